import type { FieldFilter, Filterable } from '../../../shared/records/field-filter.ts';
import { small } from '../../words/count.ts';
import { filter as words } from '../../words/filter.ts';
import { privilegeWords } from '../../words/records.ts';

/** The most values that a chip names; the dialog has all. */
const mostNamed = 4;

/** The words of each value of a field that is a closed list. */
export const optionsOf = ({ key, options }: Filterable): Readonly<Record<string, string>> => (key === '@privilege' ? privilegeWords : options);

/** A condition as a chip says it: `Side: Ours or not stated`. `nameOf` gives the number of a linked record. */
export function filterWords(filter: FieldFilter, field: Filterable, nameOf: (id: string) => string): string {
  const options = optionsOf(field);
  const named = filter.values.map((value) => (field.asking === 'records' ? nameOf(value) : (options[value] ?? value)));
  const values = [...named.slice(0, mostNamed), ...(named.length > mostNamed ? [words.more(named.length - mostNamed)] : [])];
  const dated = filter.from === undefined && filter.to === undefined ? [] : [words.days(filter.from, filter.to)];
  const first = field.asking === 'days' ? [[...dated, ...(values.length > 0 ? [small(words.either(values))] : [])].join(', ')].filter((part) => part !== '') : values;
  const parts = [...first, ...(filter.words === undefined ? [] : [words.holds(filter.words)]), ...(filter.unstated ? [words.none] : [])];
  return words.condition(field.label, words.either(parts));
}
