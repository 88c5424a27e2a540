import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { kindNamed, kindNames } from '../../shared/records/kinds.ts';
import { views } from '../pages/analysis/views.ts';
import { routeOf } from '../screen/route.ts';
import { records } from '../words/records.ts';
import { glossary } from './glossary.ts';
import { searchHelp } from './search-help.ts';
import { topicOf } from './topic-of.ts';
import { chapters, helpLists, topicNamed, topics } from './topics.ts';
import { releasesIn } from './whats-new.ts';

const root = path.join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const textsOf = (topic: (typeof topics)[number]): string[] => [
  topic.title,
  topic.what,
  ...topic.acts.flat(),
  topic.not,
  ...(topic.marks ?? []).flatMap(([, , word, means]) => [word, means]),
];
const said = [...topics.flatMap(textsOf), ...glossary.flatMap(({ word, means }) => [word, means])];

/** Every address of the window: the pages that stand alone, and each kind as list, record, form and import. */
const addresses = [
  ...[...read('renderer/screen/route.ts').matchAll(/const single = \[([^\]]+)\]/g)].flatMap((match) => [...(match[1] ?? '').matchAll(/'([^']+)'/g)].map(([, page]) => `#/${page}`)),
  ...views.map((view) => `#/analysis/${view}`),
  ...kindNames.flatMap((kind) => {
    const number = `${kindNamed(kind)?.prefix ?? ''}-001`;
    return [`#/list/${kind}`, `#/import/${kind}`, `#/new/${kind}`, `#/record/${number}`, `#/record/${number}/history`, `#/edit/${number}`];
  }),
  '#/screen/ORD-001',
  '#/press/status-report/MODEL-001',
  '#/help',
];

describe('help', () => {
  test('has a topic for every page of the window', () => {
    expect(addresses.length).toBeGreaterThan(200);
    expect(addresses.filter((address) => topicNamed(topicOf(routeOf(address))) === undefined)).toEqual([]);
  });

  test('has no topic that no page and no other topic leads to, and none twice', () => {
    const led = new Set([...addresses.map((address) => topicOf(routeOf(address))), ...topics.flatMap(({ see }) => see), ...glossary.map(({ see }) => see)]);
    expect(topics.map(({ id }) => id).filter((id) => !led.has(id))).toEqual([]);
    expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length);
    expect(chapters.every((chapter) => chapter.topics.length > 0)).toBe(true);
  });

  test('has no dead link', () => {
    const ids = new Set<string>([...topics.map(({ id }) => id), ...helpLists]);
    const links = [...topics.flatMap(({ id, see }) => see.map((to) => `${id} → ${to}`)), ...glossary.map(({ word, see }) => `${word} → ${see}`)];
    expect(links.filter((link) => !ids.has(link.split(' → ')[1] ?? ''))).toEqual([]);
    expect(topics.filter(({ id, see }) => see.includes(id)).map(({ id }) => id)).toEqual([]);
  });

  test('names buttons, tabs and states as the window does', () => {
    const words = readdirSync(path.join(root, 'renderer/words'))
      .filter((file) => !file.endsWith('.test.ts'))
      .map((file) => read(`renderer/words/${file}`));
    const kinds = readdirSync(path.join(root, 'shared/records'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/test|samples/.test(file))
      .map((file) => read(`shared/records/${file}`));
    // What begins a record is named after its kind.
    const begins = kindNames.map((kind) => records.newKind(kindNamed(kind)?.label ?? kind));
    const window = [...words, ...kinds, ...begins].join('\n').toLowerCase();
    const labels = new Set(said.flatMap((text) => [...text.matchAll(/“([^”]+)”/g)].map((match) => match[1] ?? '')));
    expect(labels.size).toBeGreaterThan(80);
    expect([...labels].filter((label) => !window.includes(label.toLowerCase()))).toEqual([]);
  });

  test('uses none of the words that the window avoids', () => {
    const avoided = /\b(?:entity|dashboard|asset|workflow|N\/A|invalid|error|oops|please|successfully|simply)\b|!/i;
    expect(said.filter((text) => avoided.test(text))).toEqual([]);
  });

  test('says in every topic what one does there and what it does not do', () => {
    expect(topics.filter(({ what, acts, not }) => what === '' || acts.length < 3 || not === '').map(({ id }) => id)).toEqual([]);
    expect(topics.flatMap(({ id, what, not }) => [what, not].filter((text) => text.length > 320).map(() => id))).toEqual([]);
  });

  test('is found by its words in any order, titles first, without regard to case and accents', () => {
    expect(searchHelp('LEGAL holds').topics[0]?.id).toBe('holds');
    expect(searchHelp('hold légal').topics[0]?.id).toBe('holds');
    expect(searchHelp('sha-256').terms.map(({ word }) => word)).toContain('Digest (SHA-256)');
    expect(searchHelp('  ').topics).toEqual([]);
    expect(searchHelp('zebra crossing')).toEqual({ topics: [], terms: [] });
  });

  test('has its words in the order of the alphabet, none twice', () => {
    const words = glossary.map(({ word }) => word);
    expect(words).toEqual([...words].sort((a, b) => a.localeCompare(b, 'en')));
    expect(new Set(words).size).toBe(words.length);
  });

  test('reads what is new out of the changelog, every line of it and without its marks', () => {
    const changelog = read('CHANGELOG.md');
    const releases = releasesIn(changelog);
    expect(releases.flatMap(({ news }) => news)).toHaveLength([...changelog.matchAll(/^- /gm)].length);
    expect(releasesIn('# C\n\n## 1.2.0\n\n- Keep `a`\n  and *b*.\n- See [c](d.md).\n')).toEqual([{ version: '1.2.0', news: ['Keep a and b.', 'See c.'] }]);
  });
});
