import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestVault, type TestVault } from '../records/test-vault.ts';
import { clipboardTable } from './clipboard-table.ts';
import { copyTable, notCopied } from './copy-table.ts';

let home: TestVault;
beforeAll(async () => {
  home = await makeTestVault();
  await home.records.change(null, (w) => {
    const caseId = w.create('case', { caseId: null, fields: { title: 'A case' } }).id;
    const note = (title: string, more: object = {}) => w.create('note', { caseId, fields: { title, type: 'note', body: 'b' }, privilege: 'none', ...more });
    note('=HYPERLINK("http://x")');
    note('two\nlines & <b>marks</b>');
    note('advice', { privilege: 'attorney_client', audience: 'outside_counsel' });
    w.create('deadline', { caseId, fields: { title: 'Answer', method: 'manual', side: 'ours', date: { certainty: 'exact', day: '2031-02-03' } } });
    w.create('person', { caseId: null, fields: { name: 'Ada Reyes', kindOfPerson: 'witness' } });
  });
});
afterAll(() => home.end());

const releases = () => home.records.reading().all('release');

test('rows are copied in the order in which they are shown, guarded, and the release says where they went', async () => {
  const { manifest, table } = await copyTable(home.records, { numbers: ['NOTE-002', 'NOTE-001'], audience: 'internal' });
  const [heading, first, second] = table.text.split('\r\n');
  expect(heading?.split('\t').slice(0, 3)).toEqual(['Number', 'Title', 'State']);
  expect(first?.startsWith('NOTE-002\t"two\nlines & <b>marks</b>"\t')).toBe(true);
  expect(second?.startsWith('NOTE-001\t"\'=HYPERLINK(""http://x"")"\t')).toBe(true);
  expect(table.html).toContain(`'=HYPERLINK(&quot;http://x&quot;)`);
  expect(table.html).toContain('two<br style="mso-data-placement:same-cell">lines &amp; &lt;b&gt;marks&lt;/b&gt;');
  expect(table.html).not.toMatch(/<(?!\/?(table|thead|tbody|tr|th|td|br)\b)|href|src=|url\(/);
  expect(releases().find(({ number }) => number === manifest.number)?.fields).toMatchObject({
    what: 'Table of note',
    format: 'clipboard',
    file: 'clipboard',
    releasedTo: 'internal',
    numbers: ['NOTE-002', 'NOTE-001'],
    bytes: Buffer.byteLength(table.text),
    privilegedIncluded: false,
  });
});

test('what is privileged stays, unless a reason lets it go; where nothing may go nothing is copied', async () => {
  const some = await copyTable(home.records, { numbers: ['NOTE-001', 'NOTE-003'], audience: 'internal' });
  expect(some.table.text).not.toContain('advice');
  expect(some.manifest.withheld).toEqual([{ number: 'NOTE-003', why: 'privileged' }]);
  const before = releases().length;
  await expect(copyTable(home.records, { numbers: ['NOTE-003'], audience: 'internal' })).rejects.toMatchObject({ failure: { code: 'release-withheld', numbers: ['NOTE-003'] } });
  expect(releases()).toHaveLength(before);
  const whole = await copyTable(home.records, { numbers: ['NOTE-003'], audience: 'outside_counsel', privilegedBecause: 'for their opinion' });
  expect(whole.table.text).toContain('advice');
  expect(releases().at(-1)?.fields).toMatchObject({ privilegedIncluded: true, reason: 'for their opinion' });
  await expect(copyTable(home.records, { numbers: ['NOTE-003'], audience: 'agency', privilegedBecause: 'asked' })).rejects.toMatchObject({ failure: { code: 'release-withheld' } });
  // A sealed kind never, and a removed record neither.
  await expect(copyTable(home.records, { numbers: [home.records.reading().all('person')[0]?.number ?? ''], audience: 'internal' })).rejects.toMatchObject({
    failure: { code: 'release-withheld' },
  });
  await home.records.change('twice', (w) => w.remove(home.records.reading().require('NOTE-002').id, 'twice'));
  await expect(copyTable(home.records, { numbers: ['NOTE-002'], audience: 'internal' })).rejects.toMatchObject({ failure: { code: 'release-withheld' } });
});

test('rows of several kinds have what all of them have', async () => {
  const { table, manifest } = await copyTable(home.records, { numbers: ['DL-001', 'NOTE-001'], audience: 'internal' });
  expect(table.text.split('\r\n').slice(0, 2)).toEqual(['Number\tKind\tTitle\tState\tDue', expect.stringMatching(/^DL-001\tDeadline\tAnswer\t[^\t]+\t2031-02-03$/)]);
  expect(manifest.what).toBe('Table of records');
});

test('a table that the clipboard did not take is recorded as that', async () => {
  const { manifest } = await copyTable(home.records, { numbers: ['NOTE-001'], audience: 'internal' });
  await notCopied(home.records, manifest.number);
  expect(home.records.reading().require(manifest.number).state).toBe('not_delivered');
});

test('no cell of any text is a formula, ends its cell or brings markup', () => {
  const cells = fc.array(
    fc.array(
      fc.array(fc.constantFrom(...'"\t\n\r\'=+-@<>&; a1é', '\0', '＝', '＠', '\u2028'), { maxLength: 12 }).map((signs) => signs.join('')),
      { minLength: 2, maxLength: 2 },
    ),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(cells, (rows) => {
      const { text, html } = clipboardTable({ header: ['a', 'b'], rows: () => rows });
      expect(html.match(/<tr>/g)).toHaveLength(rows.length + 1);
      expect(html.match(/<td /g)).toHaveLength(rows.length * 2);
      const inner = [...html.matchAll(/<td [^>]*>([^]*?)<\/td>/g)].map(([, one = '']) => one);
      for (const one of inner) {
        expect(one.replaceAll('<br style="mso-data-placement:same-cell">', '')).not.toMatch(/[<>"]|&(?!amp;|lt;|gt;|quot;)/);
        expect(/^\s*[=+\-@＝＋－＠]/.test(one) && !/^-?\d+(\.\d+)?$/.test(one)).toBe(false);
      }
      expect(text.includes('\0')).toBe(false);
    }),
    { numRuns: 100 },
  );
});

test('beyond outside counsel a table names no record that may not go there itself: not by number, nor by id; for ourselves its number stands', async () => {
  const { records } = home;
  const { result } = await records.change(null, (w) => {
    const caseId = records.reading().all('case')[0]?.id ?? null;
    const item = (title: string, more: object = {}) => w.create('evidence_item', { caseId, fields: { title, type: 'other' }, privilege: 'none', ...more });
    const kept = item('Kept', { audience: 'internal' });
    const open = item('Open', { audience: 'agency' });
    const to = w.create('party', { caseId, fields: { name: 'Kept too', type: 'company' }, audience: 'internal' });
    const items = [{ number: '1', text: 'all', answer: 'none' as const, evidence: [kept.id, open.id] }];
    const chased = [{ on: { certainty: 'unknown' as const }, paper: kept.id }];
    const made = w.create('evidence_request', { caseId, fields: { title: 'Logs', direction: 'from_government', to: to.id, items, chased }, audience: 'agency', privilege: 'none' });
    return { request: made.number, open: open.number, never: [kept, to].flatMap(({ number, id }) => [number, id]), kept: [to.number, kept.number, kept.number] };
  });
  const textOf = async (audience: 'agency' | 'internal', list?: string) =>
    (await copyTable(records, { numbers: [result.request], audience, ...(list !== undefined && { list }) })).table.text;
  for (const [at, list] of [undefined, 'items', 'chased'].entries()) {
    const theirs = await textOf('agency', list);
    for (const word of result.never) expect(theirs, list).not.toContain(word);
    expect(await textOf('internal', list), list).toContain(result.kept[at]);
  }
  expect(await textOf('agency', 'items')).toContain(result.open);
});
