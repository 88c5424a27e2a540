import { describe, expect, test, vi } from 'vitest';
import type { Act } from '../screen/offers.ts';
import { shownActs, type Shown } from './command-groups.ts';
import { commands, type CommandPlace } from './commands.ts';

// The commands can be named without a window; doing them is for its tests.
vi.hoisted(() => Object.assign(globalThis, { window: { cordon: { post: () => {}, listen: () => {} } }, location: { hash: '' }, addEventListener: () => {} }));

const place: CommandPlace = { writable: true, past: false, host: 'electron', cases: [], caseId: null };
const general = commands(place);
const nothingKept = { pinned: [], used: [] };
const act = (id: string, name: string, more: Partial<Act> = {}): Act => ({ id, name, act: () => {}, ...more });
/** What the page of an order offers: its tabs, its states, what is done with every record, the buttons of its kind. */
const orderPage: readonly Act[] = [
  ...['Clauses', 'Amendments', 'Whom it reaches', 'Deadlines', 'Requests', 'Linked records', 'History'].map((name, i) => act(`tab-${name}`, name, { keys: String(i + 1) })),
  act('edit', 'Edit ORD-002', { key: 'edit' }),
  ...['Draft', 'In force', 'Amended', 'Lifted', 'Lapsed', 'Superseded'].map((name) => act(`move-${name}`, `Change state to: ${name}`)),
  act('remove', 'Remove…', { key: 'remove' }),
  act('sequester', 'Sequester…'),
  act('erase', 'Erase…'),
  act('page-order-summary-pdf', 'Order summary (PDF)'),
  act('page-screen-a-roster', 'Screen a roster'),
];
const idsOf = (shown: Shown): readonly string[] => [...shown.page, ...shown.pinned, ...shown.used, ...shown.best, ...shown.guessed].map((fit) => fit.act.id);

/** What people type for what: three letters each, a beginning of a word of it, or its initials, as one would in Obsidian. */
const wanted: readonly (readonly [typed: string, id: string])[] = [
  ['doc', 'go-docket'],
  ['gtd', 'go-docket'],
  ['dea', 'go-deadline'],
  ['gde', 'go-deadline'],
  ['mod', 'go-restricted_model'],
  ['ord', 'go-order'],
  ['gto', 'go-order'],
  ['who', 'go-reach'],
  ['req', 'go-requests'],
  ['ger', 'go-requests'],
  ['evi', 'go-evidence'],
  ['gte', 'go-evidence'],
  ['rem', 'go-remediation_plan'],
  ['dis', 'go-assertion'],
  ['ana', 'go-analysis'],
  ['par', 'go-party'],
  ['chr', 'go-chronology_event'],
  ['com', 'go-communication'],
  ['hol', 'go-legal_hold'],
  ['dec', 'go-decision'],
  ['not', 'go-note'],
  ['fil', 'go-filings'],
  ['his', 'go-history'],
  ['nde', 'new-deadline'],
  ['nor', 'new-order'],
  ['nca', 'new-case'],
  ['ner', 'new-evidence_request'],
  ['nrm', 'new-restricted_model'],
  ['nst', 'new-statement'],
  ['npa', 'new-party'],
  ['nrp', 'new-remediation_plan'],
  ['nfi', 'new-filing'],
  ['tak', 'take-in'],
  ['tif', 'take-in'],
  ['osu', 'paper-order'],
  ['sta', 'paper-status'],
  ['srp', 'paper-status'],
  ['und', 'undo'],
  ['utl', 'undo'],
  ['red', 'redo'],
  ['sea', 'find-all'],
  ['bac', 'back'],
  ['for', 'forward'],
  ['fac', 'facts'],
  ['kno', 'as-of'],
  ['imp', 'import'],
  ['csv', 'import'],
  ['loc', 'lock'],
  ['dar', 'look-dark'],
  ['lig', 'look-light'],
  ['ver', 'verify'],
  ['vtv', 'verify'],
  ['set', 'settings'],
  ['tra', 'removed'],
  ['sho', 'keys'],
  ['hel', 'help'],
  ['glo', 'help-words'],
  ['dia', 'diagnostics'],
  ['net', 'network'],
  ['zoo', 'window-zoom-in'],
];

/** How many of them stand among the first three, on a page that offers `page`. */
function rate(page: readonly Act[]): { readonly found: number; readonly missed: readonly string[] } {
  const nameOf = new Map(general.map(({ id, name }) => [id, name]));
  // By its name: of two under one name the page's own is shown, and it does the same.
  const three = ({ best, guessed }: Shown): readonly string[] => [...best, ...guessed].slice(0, 3).map(({ act: { name } }) => name);
  const missed = wanted.filter(([typed, id]) => !three(shownActs(typed, page, general, nothingKept)).includes(nameOf.get(id) ?? ''));
  return { found: wanted.length - missed.length, missed: missed.map(([typed, id]) => `${typed} (${id})`) };
}

describe('three letters', () => {
  test('name sixty acts', () => {
    expect(wanted).toHaveLength(60);
    expect(new Set(wanted.map(([typed]) => typed)).size).toBe(60);
    const ids = new Set(general.map(({ id }) => id));
    expect(wanted.filter(([, id]) => !ids.has(id))).toEqual([]);
  });

  test('bring the act that was meant among the first three', () => {
    const { found, missed } = rate([]);
    expect(found, missed.join(', ')).toBeGreaterThanOrEqual(58);
  });

  test('do so too on the page of an order, whose own acts fit as well', () => {
    const { found, missed } = rate(orderPage);
    expect(found, missed.join(', ')).toBeGreaterThanOrEqual(55);
  });
});

describe('with nothing typed', () => {
  test('what can be done here stands first, then what is pinned, then what was done last, then a few others; each once', () => {
    const shown = shownActs('', orderPage, general, { pinned: ['lock', 'edit', 'gone'], used: ['go-docket', 'lock', 'verify'] });
    expect(shown.page.map(({ act: { id } }) => id)).not.toContain('edit');
    expect(shown.page[0]?.act.keys).toBeDefined();
    expect(shown.pinned.map(({ act: { id } }) => id)).toEqual(['lock', 'edit']);
    expect(shown.used.map(({ act: { id } }) => id)).toEqual(['go-docket', 'verify']);
    expect(new Set(idsOf(shown)).size).toBe(idsOf(shown).length);
  });

  test('what was pinned on another page is not offered here', () => {
    expect(shownActs('', [], general, { pinned: ['move-Lifted'], used: ['sequester'] })).toMatchObject({ pinned: [], used: [] });
  });
});

test('of two acts under one name the one of the page is done', () => {
  const shown = shownActs('order summary', orderPage, general, nothingKept);
  expect(shown.best[0]?.act.id).toBe('page-order-summary-pdf');
  expect(idsOf(shown)).not.toContain('paper-order');
});

test('what is pinned or was done last goes before what fits as well', () => {
  const first = (kept: Parameters<typeof shownActs>[3]): string | undefined => idsOf(shownActs('new d', [], general, kept))[0];
  const [usual] = idsOf(shownActs('new d', [], general, nothingKept));
  const other = idsOf(shownActs('new d', [], general, nothingKept))[1] ?? '';
  expect(first({ pinned: [], used: [other] })).not.toBe(usual);
});

test('nothing that changes the vault is offered where nothing may be changed, and the window is left to a browser', () => {
  const ids = commands({ ...place, writable: false, past: true, host: 'chromium' }).map(({ id }) => id);
  expect(ids.filter((id) => /^(new-|take-in|paper-|undo|redo|import|window-)/.test(id))).toEqual([]);
  expect(ids).toContain('now');
});

test('no two commands have one name or one id', () => {
  const two = commands({
    ...place,
    cases: [
      { id: 'a', title: 'Restriction of Model A' },
      { id: 'b', title: 'Other' },
    ],
    caseId: 'a',
  });
  expect(new Set(two.map(({ id }) => id)).size).toBe(two.length);
  expect(new Set(two.map(({ name }) => name)).size).toBe(two.length);
});
