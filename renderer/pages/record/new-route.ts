import { kindNamed } from '../../../shared/records/kinds.ts';
import { atFirst } from '../../form/sections.ts';
import { aboutNow, type AboutWith } from '../../screen/offers.ts';
import type { Route } from '../../screen/route.ts';

/** The way to a new record of a kind, linked to the record that the page is about where one of its main facts takes such a record. */
export const newRoute = (kindName: string): Route => ({ page: 'new', kind: kindName, prefill: linkedTo(kindName, aboutNow()) });

/** What stands in the form before anything is typed: the record that the page is about, or what that one is itself about, where a main fact takes one of them. */
export function linkedTo(kindName: string, about: AboutWith | null): Readonly<Record<string, string>> {
  const main = Object.entries(kindNamed(kindName)?.fields ?? {}).filter(([, field]) => atFirst(field));
  for (const one of about === null ? [] : [about, ...about.of]) {
    const [field] = main.find(([, { to }]) => to?.includes(one.kind)) ?? [];
    if (field !== undefined) return { field, linkId: one.id, linkNumber: one.number };
  }
  return {};
}
