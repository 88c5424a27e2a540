import { expect, test } from 'vitest';
import type { ListPaperData } from '../../main/filings/press/paper.ts';
import { press } from '../../main/filings/press/press.ts';
import { long } from '../fault/seeded.ts';
import { against, missing, noVeraPdf, overflow, qpdfCheck, structure, text, written, wrongPages } from './pdf-tools.ts';
import { unless } from '../end-to-end/unless.ts';
import { checkpoint, files, now } from './pressed-sample.ts';

/** A list with every width of column, two headings, long words, letters of other scripts and cells with nothing in them. */
const data: ListPaperData = {
  name: 'Deadlines',
  // The longest that stands there: a sample as it was known on a past day.
  banner: 'SAMPLE · AS KNOWN ON SEPTEMBER 30, 2030, 12:44 P.M. · PRIVILEGED & CONFIDENTIAL',
  running: 'CASE-001 A case',
  head: [
    ['Vault', 'Acme'],
    ['As of', 'June 22, 2026, 2:07 p.m. (America/New_York)'],
    ['Narrowed by', 'Open ones only. Owner: Ada Reyes or not stated'],
  ],
  columns: [
    { name: 'Number', width: 62 },
    { name: 'Title', share: 2.4 },
    { name: 'Due', width: 118 },
    { name: 'A heading of a column that is far longer than what stands in it', width: 84 },
    { name: 'Owner', share: 1 },
    { name: 'State', width: 96 },
  ],
  parts: ['Overdue', 'This week (to Thu 25 Jun)'].map((title, part) => ({
    title,
    rows: Array.from({ length: part === 0 ? 3 : 40 }, (_, i) => [
      `DL-${String(i + 1).padStart(3, '0')}`,
      i % 7 === 0 ? `https://example.test/${'a-very-long-path/'.repeat(9)}` : i % 5 === 0 ? 'العربية שלום 漢字 and words' : `Answer to request ${i}, with what is missing of it`,
      'Mon 3 Feb 2031, 5:00 p.m. Eastern',
      i % 3 === 0 ? '' : 'Donaudampfschifffahrtsgesellschaftskapitän',
      'Ada Reyes',
      'Treated as binding',
    ]),
  })),
  notes: ['A selection: not every record of the kind stands in this list.'],
};
const order = (profile: 'internal' | 'outgoing', paper: 'us-letter' | 'a4') => ({
  template: 'list-paper' as const,
  data,
  instant: now,
  paper,
  ...(profile === 'internal' ? { profile, checkpoint } : { profile }),
});

test.for([
  ['internal', 'us-letter', '3a'],
  ['outgoing', 'a4', '2a'],
] as const)('a list, %s on %s: its head is repeated, its pages are counted, nothing stands on anything, and both standards are kept', async ([profile, paper, part], { skip }) => {
  if (missing !== null) skip(missing);
  const { pdf, pages, sha256 } = await press(order(profile, paper), files);
  const file = written(`list-${profile}.pdf`, pdf);
  expect(pages).toBeGreaterThan(3);
  expect(wrongPages(file, pages)).toEqual([]);
  const all = text(file).split('\f').slice(0, pages);
  // The heads of the columns and the heading stand over the rows of every page, and every page bears the marking twice.
  for (const page of all) {
    expect(page.match(/PRIVILEGED & CONFIDENTIAL/g)).toHaveLength(2);
    if (/DL-\d/.test(page)) expect(page).toMatch(/Number +Title/);
  }
  expect(all.slice(1, -1).every((page) => page.includes('This week (to Thu 25 Jun)'))).toBe(true);
  expect(overflow(file, 684)).toEqual([]);
  const tags = structure(file);
  for (const tag of ['Table', 'THead', 'TBody', 'TH', 'TD']) expect(tags).toMatch(new RegExp(`^ *${tag}(?: |:|$)`, 'm'));
  expect(tags).toContain('/Scope /Column');
  expect(tags).toContain('/Scope /Row');
  expect(qpdfCheck(file)).toMatchObject({ code: 0 });
  if (profile === 'outgoing') expect((await press(order(profile, paper), files)).sha256).toBe(sha256);
  if (noVeraPdf === null && long) expect(against([part, 'ua1'], file)).toBe('');
});

unless(missing)('an outgoing list says nothing of the program or of the vault', async () => {
  const { pdf } = await press(order('outgoing', 'us-letter'), files);
  expect(text(written('list-out.pdf', pdf))).not.toMatch(/Cordon|SHA-256|checkpoint/i);
});
