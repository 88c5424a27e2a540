import { byNumber } from '../../shared/records/by-number.ts';
import { lackingWords } from '../../shared/law/scope/lacking.ts';
import { otherControls, type Result } from '../../shared/law/scope/ruling.ts';
import { surfaces } from '../../shared/records/parts/activities.ts';
import { statusOn, type StatusCell, type StatusOn, type StatusRow } from '../../shared/records/views/status-on.ts';
import type { RecordOf } from '../../shared/records/kinds.ts';
import type { Desk } from './desk.ts';
import { count, listed } from './desk.ts';
import { forWhom, furniture } from './furniture.ts';
import { cellDate, inWords } from './paper-date.ts';
import type { AccessStatusData, PaperDate, PaperState, Run } from './press/paper.ts';

const states: Readonly<Record<Result, PaperState>> = {
  barred: { sign: 'none', words: 'Barred' },
  not_barred: { sign: 'open', words: 'Not barred' },
  undetermined: { sign: 'part', words: 'Undetermined' },
};

const doubts = { unconfirmed: ' (unconfirmed)', no_text: ' (text not in hand)' } as const;

/**
 * The status of every version and surface of every model of the case, for each class of people, on one day: with the clause that decides and the day from which
 * it binds behind each line. Surfaces with the same answers share a table. For inside use only: it is counsel's reading of orders, not a statement to anybody.
 */
export function accessStatus(desk: Desk, day: string): AccessStatusData {
  const { shelf, model } = desk;
  const models = shelf.all('restricted_model', model.caseId).sort(byNumber);
  const orders = shelf.all('order', model.caseId);
  const sources = { orders, rules: shelf.all('scope_rule', model.caseId), ambiguities: shelf.all('ambiguity', model.caseId) };
  const status = statusOn(models, sources, day, desk.today);
  const named = new Map(orders.map((order) => [order.number, order]));
  const dayWords = inWords({ certainty: 'exact', day });
  const own = furniture({ ...desk, orders: orders.filter(({ state }) => state !== 'draft') }, `As the orders stand on ${dayWords}`, [
    ['On', dayWords],
    ['Models', listed(models.map(({ fields }) => fields.name))],
    ['Undetermined', undeterminedWords(status)],
  ]);
  return {
    filing: {
      ...own,
      running: forWhom(dayWords, desk.recipient),
      caption: { ...own.caption, parties: models.map(({ fields }) => ({ name: fields.name, role: 'an artificial-intelligence model' })) },
    },
    account: [
      [
        `What follows says of each class of people whether an order bars it from a model on ${dayWords}, amendments read with what they amend from the day on which each takes effect. `,
        '“Undetermined” is no access until somebody decides. ',
        `${otherControls.charAt(0).toUpperCase()}${otherControls.slice(1)}.`,
      ],
      ['Of each class only that is known which makes it, and nobody in it works for somebody whom an exception names. Of several orders the strictest answer stands.'],
      ...status.notes.map((note): Run[] => [{ text: note }]),
    ],
    models: models.map(({ fields, number }) => ({
      title: fields.name,
      tables: grouped(status.rows.filter((row) => row.modelNumber === number)).map((rows) => ({ title: titleOf(rows), rows: linesOf(status, rows, named) })),
    })),
    exhibits: [],
    signatures: [],
    certification: null,
  };
}

const undeterminedWords = (status: StatusOn): string => {
  const cells = status.rows.flatMap(({ cells: all }) => all);
  const open = cells.filter(({ result }) => result === 'undetermined').length;
  return open === 0 ? 'Nothing' : `${open} of ${count(cells.length, 'answer', 'answers')}`;
};

const same = (a: readonly StatusCell[], b: readonly StatusCell[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Rows of one version whose answers are the same stand in one table. */
function grouped(rows: readonly StatusRow[]): StatusRow[][] {
  const groups: StatusRow[][] = [];
  for (const row of rows) {
    const group = groups.find(([first]) => first?.version === row.version && same(first.cells, row.cells));
    if (group) group.push(row);
    else groups.push([row]);
  }
  return groups;
}

function titleOf(rows: readonly StatusRow[]): string {
  const through = listed(rows.map(({ surface }, at) => nameOf(surface, at === 0)));
  const version = rows[0]?.version ?? '';
  return version === '' ? through : `${version}: ${through}`;
}
const nameOf = (surface: StatusRow['surface'], first: boolean): string => {
  if (surface === null) return first ? 'Any surface' : 'any surface';
  const name = surfaces[surface];
  return first ? name : name.charAt(0).toLowerCase() + name.slice(1);
};

function linesOf(status: StatusOn, [first]: readonly StatusRow[], orders: ReadonlyMap<string, RecordOf<'order'>>): AccessStatusData['models'][number]['tables'][number]['rows'] {
  return (first?.cells ?? []).map((cell, at) => ({
    people: status.classes[at]?.label ?? '',
    state: states[cell.result],
    by: cell.order === null ? 'No order reaches it' : [{ text: cell.order }, cell.clause === null ? '' : `, cl. ${cell.clause}`, cell.doubt === null ? '' : doubts[cell.doubt]],
    from: fromDay(cell, orders),
    missing: cell.missing.length === 0 ? null : listed(lackingWords(cell.missing)),
  }));
}

/** From when the order binds whose words decide. */
function fromDay({ order }: StatusCell, orders: ReadonlyMap<string, RecordOf<'order'>>): PaperDate | null {
  if (order === null) return { words: '—' };
  const found = orders.get(order)?.fields;
  return cellDate(found?.effective ?? found?.issued);
}
