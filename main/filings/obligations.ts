import { obligationStates } from '../../shared/records/kinds/order-fields.ts';
import { isLate } from '../../shared/records/kinds/deadline-dates.ts';
import { holdingDate } from './deadline-sheet.ts';
import { clauseName, ended, type Desk, type Of } from './desk.ts';
import type { ObligationRow, PaperDate, PaperState, Sign } from './press/paper.ts';

type Obligation = NonNullable<Of<'order'>['fields']['obligations']>[number];

const signs: Readonly<Record<keyof typeof obligationStates, Sign>> = {
  open: 'open',
  in_progress: 'part',
  done: 'done',
  met_continuing: 'done',
  not_chosen: 'none',
  waived: 'none',
  not_applicable: 'none',
};

/** Every obligation of the orders, with its date as far as one is given and what proves it. */
export function obligationRows(desk: Desk): ObligationRow[] {
  return desk.orders.flatMap((order) =>
    (order.fields.obligations ?? []).map(
      (one): ObligationRow => ({
        key: `obligation:${order.number}:${one.number}`,
        number: desk.orders.length > 1 ? `${order.number} ${one.number}` : one.number,
        clause: [{ text: clauseName(one.clause) }],
        words: [{ text: ended(one.text) }, ...(one.mode === 'any_of' && one.group !== undefined ? [' Any one of group ', { text: one.group }, ' is enough.'] : [])],
        due: dueOf(desk, one),
        state: stateOf(desk, one),
        proof: desk.cite.proof(one.evidence),
      }),
    ),
  );
}

function dueOf(desk: Desk, one: Obligation): PaperDate {
  const deadline = desk.shelf.get('deadline', one.due);
  const date = deadline === undefined ? null : holdingDate(deadline, desk.profile);
  if (date !== null) return date;
  if (one.dueWords !== undefined) return { words: one.dueWords };
  if (deadline !== undefined) return { unknown: null };
  return { words: one.due === undefined ? 'none given' : '—' };
}

function stateOf(desk: Desk, one: Obligation): PaperState {
  const deadline = desk.shelf.get('deadline', one.due);
  const owed = deadline !== undefined && (one.state === 'open' || one.state === 'in_progress');
  // What leaves says of us no more than counsel has recorded; inside, an hour that has passed is said the moment it has.
  const late = owed && (deadline.state === 'late' || (desk.profile === 'internal' && isLate(deadline, desk.looking)));
  return late ? { sign: 'late', words: `${obligationStates[one.state]}; late` } : { sign: signs[one.state], words: obligationStates[one.state] };
}

/** How many are settled, in part done and open. */
export function obligationCounts(desk: Desk): { readonly all: number; readonly settled: number; readonly open: number } {
  const states = desk.orders.flatMap((order) => (order.fields.obligations ?? []).map((one) => one.state));
  const open = states.filter((state) => state === 'open' || state === 'in_progress').length;
  return { all: states.length, settled: states.length - open, open };
}
