import type { Field, Fields } from '../../shared/records/field.ts';
import { form } from '../words/form.ts';

export interface Section {
  readonly key: string;
  readonly title: string;
  readonly hint?: string;
  readonly fields: Fields;
}

/** Widgets that nobody types into: what the program writes itself. */
const written: readonly Field['widget'][] = ['data', 'instant'];

/** Fields in the order in which they are asked: what is required, what is known on the first day, the rest. */
export const inAskedOrder = (fields: Fields): readonly (readonly [name: string, field: Field])[] => {
  const all = Object.entries(fields);
  const rank = (field: Field): number => (field.required ? 0 : field.early === true ? 1 : 2);
  return all.sort(([, a], [, b]) => rank(a) - rank(b));
};

/** Whether a field is a main fact, which is asked first: it is required, or known on the first day. */
export const atFirst = (field: Field): boolean => field.required || field.early === true;

/** A kind's fields as a form shows them: the main facts and the lists of rows that belong to them, then the rest of what it is, its dates, what it is linked to, long texts; then one section for each other group and list of rows. */
export function sectionsOf(fields: Fields): readonly Section[] {
  const is =
    (...widgets: Field['widget'][]) =>
    (field: Field): boolean =>
      widgets.includes(field.widget);
  const own = is('group', 'rows');
  const main = (field: Field): boolean => !own(field) && atFirst(field);
  const pick = (fits: (field: Field) => boolean): Fields => Object.fromEntries(inAskedOrder(fields).filter(([, field]) => !written.includes(field.widget) && fits(field)));
  const rest = (...widgets: Field['widget'][]): Fields => pick((field) => !main(field) && is(...widgets)(field));
  const owned = (fits: (field: Field) => boolean): readonly Section[] =>
    Object.entries(pick((field) => own(field) && fits(field))).map(([name, field]) => ({ key: name, title: field.label, fields: { [name]: field } }));
  const first = pick(main);
  const sections: readonly Section[] = [
    { key: 'main', title: form.main, ...(Object.values(first).some(is('date-fact', 'day')) && { hint: form.datesHint }), fields: first },
    ...owned(atFirst),
    { key: 'further', title: form.further, fields: rest('line', 'choice', 'choices', 'flag', 'count') },
    { key: 'dates', title: form.dates, hint: form.datesHint, fields: rest('date-fact', 'day') },
    { key: 'links', title: form.connected, fields: rest('link', 'links') },
    { key: 'text', title: form.text, fields: rest('prose', 'quotation', 'words') },
    ...owned((field) => !atFirst(field)),
  ];
  return sections.filter((section) => Object.keys(section.fields).length > 0);
}

/** The letter of each section, which goes to it with Alt and Shift: one of its title, lists of rows and groups choosing first. Sections for which none is free have none. */
export function sectionLetters(sections: readonly Pick<Section, 'key' | 'title' | 'fields'>[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const letters = new Map<string, string>();
  const own = (section: Pick<Section, 'key' | 'fields'>): boolean => section.key in section.fields;
  for (const section of [...sections.filter(own), ...sections.filter((one) => !own(one))]) {
    const letter = [...section.title.toUpperCase()].find((one) => one >= 'A' && one <= 'Z' && !taken.has(one));
    if (letter === undefined) continue;
    taken.add(letter);
    letters.set(section.key, letter);
  }
  return letters;
}
