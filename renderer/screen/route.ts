import { useSyncExternalStore } from 'react';
import { kindNamed } from '../../shared/records/kinds.ts';

/** What the page shows. An address holds page names and record numbers only, never a title. */
export type Route =
  | {
      readonly page:
        | 'docket'
        | 'history'
        | 'requests'
        | 'evidence'
        | 'filings'
        | 'settings'
        | 'search'
        | 'moved'
        | 'reach'
        | 'access'
        | 'unfinished'
        | 'removed'
        | 'network'
        | 'diagnostics';
      readonly text?: string;
    }
  | { readonly page: 'analysis'; readonly view: string | null }
  | { readonly page: 'help'; readonly topic: string | null }
  | { readonly page: 'list' | 'import'; readonly kind: string }
  | { readonly page: 'record'; readonly number: string; readonly tab: string | null }
  | { readonly page: 'edit'; readonly number: string; readonly field?: string }
  | { readonly page: 'new'; readonly kind: string; readonly prefill: Readonly<Record<string, string>> }
  | { readonly page: 'screen'; readonly number: string }
  | { readonly page: 'press'; readonly document: string; readonly number: string; readonly day?: string };

const single = [
  'docket',
  'history',
  'requests',
  'evidence',
  'filings',
  'settings',
  'search',
  'moved',
  'reach',
  'access',
  'unfinished',
  'removed',
  'network',
  'diagnostics',
] as const;
type Single = (typeof single)[number];

/** The route an address stands for; the docket where it stands for none. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [page = '', first, second] = path.split('/').map(decodeURIComponent);
  const asked = new URLSearchParams(query);
  if (page === 'analysis') return { page: 'analysis', view: first ?? null };
  if (page === 'help') return { page: 'help', topic: first ?? null };
  if (page === 'list' && first && kindNamed(first)) return { page: 'list', kind: first };
  if (page === 'import' && first && kindNamed(first)) return { page: 'import', kind: first };
  if (page === 'record' && first) return { page: 'record', number: first, tab: second ?? null };
  if (page === 'edit' && first) return { page: 'edit', number: first, ...(asked.has('field') && { field: asked.get('field') ?? '' }) };
  if (page === 'new' && first && kindNamed(first)) return { page: 'new', kind: first, prefill: Object.fromEntries(asked) };
  if (page === 'screen' && first) return { page: 'screen', number: first };
  if (page === 'press' && first && second) return { page: 'press', document: first, number: second, ...(asked.has('day') && { day: asked.get('day') ?? '' }) };
  // Proof of the cast: found in the list just looked through.
  if ((single as readonly string[]).includes(page)) return { page: page as Single, ...(asked.has('text') && { text: asked.get('text') ?? '' }) };
  return { page: 'docket' };
}

/** The address of a route, for a link. */
export function addressOf(route: Route): string {
  switch (route.page) {
    case 'analysis':
      return route.view === null ? '#/analysis' : `#/analysis/${route.view}`;
    case 'help':
      return route.topic === null ? '#/help' : `#/help/${route.topic}`;
    case 'list':
    case 'import':
      return `#/${route.page}/${route.kind}`;
    case 'record':
      return `#/record/${encodeURIComponent(route.number)}${route.tab === null ? '' : `/${route.tab}`}`;
    case 'edit':
      return `#/edit/${encodeURIComponent(route.number)}${route.field === undefined ? '' : `?field=${route.field}`}`;
    case 'new': {
      const query = new URLSearchParams(route.prefill).toString();
      return `#/new/${route.kind}${query === '' ? '' : `?${query}`}`;
    }
    case 'screen':
      return `#/screen/${encodeURIComponent(route.number)}`;
    case 'press':
      return `#/press/${route.document}/${encodeURIComponent(route.number)}${route.day === undefined ? '' : `?day=${encodeURIComponent(route.day)}`}`;
    default:
      return `#/${route.page}${route.text === undefined || route.text === '' ? '' : `?text=${encodeURIComponent(route.text)}`}`;
  }
}

export const recordAddress = (number: string, tab: string | null = null): string => addressOf({ page: 'record', number, tab });

/** Goes to a page; `Alt ←` comes back from it. */
export function go(route: Route): void {
  location.hash = addressOf(route);
}

/** Goes to a page in the place of this one: a form that was saved is not gone back to. */
export function replace(route: Route): void {
  history.replaceState(null, '', addressOf(route));
  dispatchEvent(new HashChangeEvent('hashchange'));
}

let last: { hash: string; route: Route } = { hash: '', route: { page: 'docket' } };
function current(): Route {
  if (last.hash !== location.hash) last = { hash: location.hash, route: routeOf(location.hash) };
  return last.route;
}
function onChange(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}

export const useRoute = (): Route => useSyncExternalStore(onChange, current);
