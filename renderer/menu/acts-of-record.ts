import { isKind, kindNamed } from '../../shared/records/kinds.ts';
import { isSealedFrom } from '../../shared/records/sealed.ts';
import { change } from '../answers/change.ts';
import { copyRows } from '../answers/copy-rows.ts';
import type { Whole } from '../answers/use-records.ts';
import { close } from '../pages/record/closing.ts';
import { nextMove } from '../pages/record/next-move.ts';
import type { Act } from '../screen/offers.ts';
import { go, recordAddress } from '../screen/route.ts';
import { setScreen } from '../screen/screen.ts';
import { copying } from '../words/copying.ts';
import { keys } from '../words/shell.ts';
import { stateLook, type Look } from '../ui/state.tsx';
import { evidence } from '../words/evidence.ts';
import { erasure } from '../words/erasure.ts';
import { records } from '../words/records.ts';
import { askAbout } from './asked.ts';

/** Something that can be done with a record. Menus part what opens it, what changes it, its states, and what takes it away. */
export interface RecordAct extends Act {
  readonly part: 'open' | 'change' | 'state' | 'away';
  /** How the state is drawn to which it would come. */
  readonly look?: Look;
}

/** Kinds that say what was done or hold the rest together: never closed (main/records/reach.ts). */
const standing: ReadonlySet<string> = new Set(['release', 'approval', 'case', 'legal_hold']);

/** What can be changed of a record that is open to the person at work: the next step, editing, states, removal. Nothing where nothing may be changed. */
export function changesOf({ record, linkedFrom }: Whole, writable: boolean, today: string): readonly RecordAct[] {
  const { id, kind: name, number } = record;
  const kind = kindNamed(name);
  if (!writable || kind === undefined || record.removed || record.sequestered || record.erased || isSealedFrom(record)) return [];
  const moves = kind.moves[record.state] ?? [];
  const found = nextMove(
    record,
    today,
    linkedFrom.some((link) => link.kind === 'order' && link.role === 'covers'),
  );
  const on = 'record' as const;
  const moveTo = (to: string) => (): void => void change('records.move', { id, to }, (moved) => records.moved(moved, stateLook(name, to).word));
  return [
    ...(found !== null && moves.includes(found.to) ? [{ id: 'next', name: found.act, key: 'next' as const, on, part: 'change' as const, act: moveTo(found.to) }] : []),
    { id: 'edit', name: records.editOf(number), key: 'edit', on, part: 'change', act: () => go({ page: 'edit', number }) },
    // By name from the search window a state is changed at once, with the note that undoes it; menus ask for the reason first.
    ...moves.map((to): RecordAct => {
      const look = stateLook(name, to);
      return { id: `move-${to}`, name: records.moveTo(look.word), look, on, part: 'state', act: moveTo(to), ask: () => askAbout({ record, act: 'move', to }) };
    }),
    { id: 'remove', name: records.removeOf, key: 'remove', on, part: 'away', act: () => askAbout({ record, act: 'remove' }) },
    ...(standing.has(name)
      ? []
      : [
          { id: 'sequester', name: erasure.sequester, on, part: 'away' as const, act: () => close(number, 'sequester') },
          { id: 'erase', name: erasure.erase, on, part: 'away' as const, act: () => close(number, 'erase') },
        ]),
  ];
}

/** A copy of the bytes of an exhibit, out of the vault; nothing of a record that has none, or whose content is closed. */
export function copyOutOf({ record }: Whole, writable: boolean): readonly RecordAct[] {
  if (!writable || !isKind(record, 'evidence_item') || record.fields.original?.sha256 === undefined) return [];
  if (record.removed || record.sequestered || record.erased || isSealedFrom(record)) return [];
  return [{ id: 'copy-out', name: evidence.copyOut.act, part: 'open', act: () => askAbout({ record, act: 'copy-out' }) }];
}

/** Ways to look at a record from somewhere else. `beside`: it stands in a list, which stays. `writable`: what leaves can be recorded. */
export function waysTo(number: string, beside: boolean, writable: boolean): readonly RecordAct[] {
  const part = 'open';
  return [
    { id: 'open', name: records.openOf(number), keys: 'Enter', part, act: () => void (location.hash = recordAddress(number)) },
    ...(beside ? [{ id: 'beside', name: records.beside, key: 'beside' as const, part: 'open' as const, act: () => setScreen({ beside: number }) }] : []),
    ...(beside && writable ? [{ id: 'copy-table', name: copying.row, keys: keys('Ctrl C'), part: 'open' as const, act: () => void copyRows([number]) }] : []),
    { id: 'history', name: records.historyOf, part, act: () => void (location.hash = recordAddress(number, 'history')) },
  ];
}
