import { kindNamed } from '../../../shared/records/kinds.ts';
import { aboutNow } from '../../screen/offers.ts';
import type { Route } from '../../screen/route.ts';

/** The way to a new record of a kind, linked to the record that the page is about where one of its main facts takes such a record. */
export function newRoute(kindName: string): Route {
  const about = aboutNow();
  const main = Object.entries(kindNamed(kindName)?.fields ?? {}).filter(([, field]) => field.required || field.early === true);
  const [field] = about === null ? [] : (main.find(([, one]) => one.to?.includes(about.kind)) ?? []);
  return { page: 'new', kind: kindName, prefill: about === null || field === undefined ? {} : { field, linkId: about.id, linkNumber: about.number } };
}
