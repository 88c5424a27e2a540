import type { Act } from '../screen/offers.ts';
import { form as words } from '../words/form.ts';
import { keys } from '../words/shell.ts';
import type { Section } from './sections.ts';

/** Brings the field with this key into view and puts the focus into it. */
export function focusField(key: string): void {
  const place = document.getElementById(`field-${key}`);
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector<HTMLElement>('input, textarea, button')?.focus();
}

/** Goes to a section: to its first field, or, where it is a list of rows, to a new row. */
export function goToSection({ key, fields }: Section): void {
  const [first] = Object.keys(fields);
  if (first === undefined) return;
  const add = key in fields ? document.querySelector<HTMLElement>(`#field-${CSS.escape(key)} > fieldset > [data-add]`) : null;
  if (add) {
    add.scrollIntoView({ block: 'center' });
    add.click();
  } else focusField(first);
}

/** What the search window offers over an open form: a row more for each list, and each of its fields by name. */
export function formActs(sections: readonly Section[], letters: ReadonlyMap<string, string>): readonly Act[] {
  return sections.flatMap((section): Act[] => {
    const letter = letters.get(section.key);
    const at = letter === undefined ? {} : { keys: keys(`Alt Shift ${letter}`) };
    if (section.key in section.fields) return [{ id: `section-${section.key}`, name: words.add(section.title), ...at, act: () => goToSection(section) }];
    return Object.entries(section.fields).map(([name, field], i) => ({ id: `field-to-${name}`, name: field.label, ...(i === 0 && at), act: () => focusField(name) }));
  });
}
