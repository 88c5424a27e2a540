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

/** A kind's fields as a form shows them: what it is, its dates, what it is linked to, long texts; then one section for each group and each list of rows. */
export function sectionsOf(fields: Fields): readonly Section[] {
  const pick = (fits: (field: Field) => boolean): Fields => Object.fromEntries(Object.entries(fields).filter(([, field]) => !written.includes(field.widget) && fits(field)));
  const is =
    (...widgets: Field['widget'][]) =>
    (field: Field): boolean =>
      widgets.includes(field.widget);
  const sections: readonly Section[] = [
    {
      key: 'basics',
      title: form.basics,
      fields: pick((field) => is('line', 'choice', 'choices', 'flag', 'count')(field) || (field.required && is('prose', 'quotation', 'link', 'links')(field))),
    },
    { key: 'dates', title: form.dates, hint: form.datesHint, fields: pick(is('date-fact', 'day')) },
    { key: 'links', title: form.connected, fields: pick((field) => !field.required && is('link', 'links')(field)) },
    { key: 'text', title: form.text, fields: pick((field) => (!field.required && is('prose', 'quotation')(field)) || is('words')(field)) },
    ...Object.entries(pick(is('group', 'rows'))).map(([name, field]) => ({ key: name, title: field.label, fields: { [name]: field } })),
  ];
  return sections.filter((section) => Object.keys(section.fields).length > 0);
}
