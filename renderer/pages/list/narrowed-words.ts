import type { KindDefinition } from '../../../shared/records/kind.ts';
import type { ListView } from '../../../shared/records/list-view.ts';
import { filter as filters } from '../../words/filter.ts';
import { list as words } from '../../words/list.ts';
import { records } from '../../words/records.ts';

/** By what a list shows less than there is, for whoever reads it on paper; empty where it shows all. `conditions` are those on its fields, in words. */
export function narrowedWords(kind: KindDefinition, view: ListView, hasClosed: boolean, conditions: readonly string[]): string {
  const states = view.states.map((state) => kind.states[state]?.label ?? state);
  return [
    ...(states.length > 0 ? [filters.condition(records.columns.state, filters.either(states))] : hasClosed && !view.closed ? [words.openOnes] : []),
    ...conditions,
    ...(view.filter.trim() === '' ? [] : [words.holding(view.filter.trim())]),
  ]
    .map((one) => one.replaceAll('\u00a0', ' '))
    .join('. ');
}
