import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { memoryDestination } from '../exchange/destination.ts';
import type { JobMessage, RunJob } from '../jobs/run-job.ts';
import type { Records } from '../records/records.ts';
import type { Writing } from '../records/writing.ts';
import { filledCase } from './filled-case.test-support.ts';
import { contentOf, pressFiling, previewFiling, type PressHouse } from './press-filing.ts';
import { preflight } from './preflight.ts';
import type { PressOrder } from './press/press.ts';
import { readingOfSample } from './sample-reading.test-support.ts';

const pdf = Buffer.from('%PDF-1.7 a paper');
const records = filledCase((record, path) => `words of ${record.number} ${path}`);

/** A house whose press gives a fixed paper and whose records remember what was written. */
function house(from = records) {
  const written: { what: string; fields: Record<string, unknown> }[] = [];
  const pressed: PressOrder[] = [];
  const reading = readingOfSample(from);
  const writing = {
    require: reading.require,
    create: (kind: string, { fields }: { fields: Record<string, unknown> }) => (written.push({ what: kind, fields }), { id: 'new', number: 'REL-001' }),
    update: (id: string, { fields }: { fields: Record<string, unknown> }) => written.push({ what: id, fields }),
    move: () => undefined,
  } as unknown as Writing;
  const runJob: RunJob = async (_entry, input: JobMessage) => {
    pressed.push(input.head as PressOrder);
    return { head: { pages: 3, sha256: createHash('sha256').update(pdf).digest('hex'), substituted: 0 }, bytes: [pdf] };
  };
  const fake: PressHouse = {
    // Only what pressing and releasing ask of records.
    records: {
      reading: () => reading,
      change: async (_reason: string | null, work: (w: Writing) => unknown) => ({ result: work(writing), act: 'a', from: 0, to: 1 }),
    } as unknown as Records,
    checkpoint: () => ({ seq: 12, root: 'AAAA', note: 'not for the paper' }),
    clock: () => ({ instant: Date.UTC(2026, 5, 23, 2, 0), zone: 'America/New_York' }),
    runJob,
  };
  return { fake, written, pressed };
}
const outgoing = { document: 'order-summary', model: 'MODEL-001', order: 'ORD-002', profile: 'outgoing', filing: 'FIL-001' } as const;

test('an outgoing paper leaves through the one exit under a neutral name, and its filing notes it', async () => {
  const { fake, written, pressed } = house();
  const made = await pressFiling(fake, outgoing, memoryDestination);
  expect(made).toMatchObject({ file: 'order-summary-2026-06-22.pdf', pages: 3, filing: 'FIL-001', audience: 'agency', number: 'REL-001', withheld: [] });
  expect(made.numbers).toContain('ORD-002');
  expect(made.numbers).not.toContain('AST-002');
  expect(pressed[0]).not.toHaveProperty('checkpoint');
  expect(written.map((one) => one.what)).toEqual(['summary-filing', 'release']);
  expect(written[0]?.fields['outputs']).toContainEqual(expect.objectContaining({ file: 'order-summary-2026-06-22.pdf', pages: 3, profile: 'outgoing' }));
});

test('an internal paper carries the checkpoint, and its release says that privileged content is in it', async () => {
  const { fake, written, pressed } = house();
  const made = await pressFiling(fake, { document: 'status-report', model: 'MODEL-001', profile: 'internal' }, memoryDestination);
  expect(made).toMatchObject({ file: 'status-report-internal-2026-06-22.pdf', filing: null, audience: 'internal' });
  expect(made.numbers).toContain('AST-002');
  expect(pressed[0]).toMatchObject({ profile: 'internal', checkpoint: { seq: 12, root: 'AAAA' } });
  expect(pressed[0]).not.toHaveProperty('checkpoint.note');
  expect(written).toMatchObject([{ what: 'release', fields: { privilegedIncluded: true } }]);
});

test('what is pressed from a sample says so before every other marking, what is sent included', async () => {
  const { fake, pressed } = house();
  await pressFiling({ ...fake, sample: true }, { document: 'status-report', model: 'MODEL-001', profile: 'internal' }, memoryDestination);
  await pressFiling({ ...fake, sample: true }, outgoing, memoryDestination);
  await pressFiling(fake, { document: 'status-report', model: 'MODEL-001', profile: 'internal' }, memoryDestination);
  const banners = pressed.map(({ data }) => (data as { filing: { marking: { banner: string | null } } }).filing.marking.banner);
  expect(banners[0]).toBe('SAMPLE · INTERNAL – PRIVILEGED DRAFT');
  expect(banners[1]).toMatch(/^SAMPLE( ·|$)/);
  expect(banners[2]).toBe('INTERNAL – PRIVILEGED DRAFT');
});

test('what stands in the way is refused with every finding, before anything is pressed or written', async () => {
  const { fake, written, pressed } = house();
  await expect(pressFiling(fake, { ...outgoing, filing: undefined }, memoryDestination)).rejects.toMatchObject({
    failure: { code: 'filing-refused', findings: [{ number: 'MODEL-001', field: 'filing' }] },
  });
  expect([written, pressed]).toEqual([[], []]);
});

test('a paper made of what is for named recipients is refused by number, the model itself included, and goes to one of them by name', async () => {
  for (const number of ['AST-002', 'MODEL-001', 'ORD-002']) {
    const { fake, written, pressed } = house(records.map((record) => (record.number === number ? { ...record, named: ['Ottermole LLP'] } : record)));
    const paper = { document: number === 'ORD-002' ? 'order-summary' : 'status-report', model: 'MODEL-001', profile: 'internal' } as const;
    for (const recipient of [undefined, 'Pinniped LLP']) {
      await expect(pressFiling(fake, { ...paper, recipient }, memoryDestination), number).rejects.toMatchObject({
        failure: { code: 'filing-refused', findings: [{ number, field: 'named', why: expect.stringContaining(recipient ?? 'say by name which of them') }] },
      });
    }
    expect([written, pressed]).toEqual([[], []]);
    expect(await pressFiling(fake, { ...paper, recipient: 'ottermole llp' }, memoryDestination)).toMatchObject({
      audience: 'internal',
      number: 'REL-001',
      recipient: 'ottermole llp',
    });
    expect(written).toMatchObject([{ what: 'release', fields: { recipient: 'ottermole llp' } }]);
    expect(pressed[0]).toMatchObject({
      data: { filing: { running: expect.stringContaining('for ottermole llp'), glance: expect.arrayContaining([['Prepared for', [{ text: 'ottermole llp' }]]]) } },
    });
  }
});

test('a paper can be looked at before its filing is approved; nothing is written and nothing leaves', async () => {
  const { fake, written } = house();
  const shown = await previewFiling(fake, outgoing);
  expect(shown).toMatchObject({ pages: 3, sha256: createHash('sha256').update(pdf).digest('hex') });
  expect(Buffer.from(shown.pdf)).toEqual(pdf);
  expect(written).toEqual([]);
});

test('what was looked at is what is made: once what it says has changed, the paper is refused until it is looked at anew', async () => {
  const mine = records.map((record) => structuredClone(record));
  const { fake, written } = house(mine);
  const asked = { document: 'status-report', model: 'MODEL-001', profile: 'internal' } as const;
  const contentNow = () => contentOf(preflight(fake.records.reading(), asked, fake.clock()), asked, fake.clock());
  const { content } = await previewFiling(fake, asked);
  expect(contentNow()).toBe(content);
  await expect(pressFiling(fake, asked, memoryDestination, { content })).resolves.toMatchObject({ pages: 3 });

  const model = mine.find((one) => one.number === 'MODEL-001');
  if (model === undefined) throw new Error('no model');
  Object.assign(model.fields, { name: 'Renamed since' });
  written.length = 0;
  expect(contentNow()).not.toBe(content);
  await expect(pressFiling(fake, asked, memoryDestination, { content })).rejects.toMatchObject({
    failure: { code: 'filing-refused', findings: [{ number: 'MODEL-001', field: 'pages', why: expect.stringContaining('Show them anew') }] },
  });
  expect(written).toEqual([]);
  const anew = await previewFiling(fake, asked);
  await expect(pressFiling(fake, asked, memoryDestination, { content: anew.content })).resolves.toMatchObject({ pages: 3 });
  // Where no pages can be looked at there is nothing to compare.
  const unchosen = { ...asked, profile: 'outgoing' } as const;
  expect(contentOf(preflight(fake.records.reading(), unchosen, fake.clock()), unchosen, fake.clock())).toBeNull();
});

test('where no filing chooses what an outgoing paper holds, there is nothing to look at', async () => {
  const { fake, pressed } = house();
  await expect(previewFiling(fake, { ...outgoing, filing: undefined })).rejects.toMatchObject({ failure: { code: 'filing-refused' } });
  expect(pressed).toEqual([]);
});

test('the bytes that leave under a filing are kept, and the filing says as which exhibit', async () => {
  const { fake, written } = house();
  const kept: { name: string; bytes: Uint8Array }[] = [];
  let dropped = 0;
  const keep: PressHouse['keep'] = async (name, bytes) => {
    kept.push({ name, bytes });
    return { write: (writing) => writing.create('evidence_item', { caseId: null, fields: { title: name, type: 'document' } }).id, discard: () => dropped++ };
  };
  await pressFiling({ ...fake, keep }, outgoing, memoryDestination);
  expect(kept).toEqual([{ name: 'order-summary-2026-06-22.pdf', bytes: pdf }]);
  expect(written.map((one) => one.what)).toEqual(['evidence_item', 'summary-filing', 'release']);
  expect(written[1]?.fields['outputs']).toContainEqual(expect.objectContaining({ item: 'new', sha256: createHash('sha256').update(pdf).digest('hex') }));
  expect(dropped).toBe(0);
});

test('an outgoing paper goes by name only to a party that its filing goes to; what is kept for that party by name may be in it, and the kept bytes are then for it alone', async () => {
  const bureau = records.find((record) => record.kind === 'party' && record.fields['type'] === 'agency') ?? expect.unreachable();
  const name = String(bureau.fields['name']);
  const { fake, written } = house(
    records.map((record) => {
      if (record.number === 'ORD-002') return { ...record, named: [name] };
      return record.id === 'summary-filing' ? { ...record, fields: { ...record.fields, to: [bureau.id] } } : record;
    }),
  );
  const labels: unknown[] = [];
  const keep: PressHouse['keep'] = async () => ({ write: (_writing, about) => (labels.push(about.named), 'new'), discard: () => undefined });
  const findings = (recipient?: string) =>
    pressFiling({ ...fake, keep }, { ...outgoing, recipient }, memoryDestination).catch((thrown: { failure?: { findings?: { number: string; field: string }[] } }) =>
      thrown.failure?.findings?.map((one) => `${one.number} ${one.field}`),
    );
  expect(await findings()).toEqual(['ORD-002 named']);
  expect(await findings('Pinniped LLP')).toEqual(['FIL-001 to', 'ORD-002 named']);
  expect(labels).toEqual([]);
  // By its number or by its name: the paper is the same.
  expect(await findings(bureau.number)).toMatchObject({ recipient: name, filing: 'FIL-001' });
  expect(await findings(name.toUpperCase())).toMatchObject({ recipient: name });
  expect(labels).toEqual([[name], [name]]);
  expect(written.find((one) => one.what === 'summary-filing')?.fields['outputs']).toContainEqual(expect.objectContaining({ recipient: name }));
});

test('a paper for inside use is made for nobody who is outside the privilege by what they are', async () => {
  const { fake } = house();
  const bureau = records.find((record) => record.kind === 'party' && record.fields['type'] === 'agency') ?? expect.unreachable();
  const asked = { document: 'status-report', model: 'MODEL-001', profile: 'internal', recipient: String(bureau.fields['name']) } as const;
  await expect(pressFiling(fake, asked, memoryDestination)).rejects.toMatchObject({ failure: { findings: [{ number: bureau.number, field: 'recipient' }] } });
});

test('a paper that could not leave is not kept either', async () => {
  const { fake } = house();
  let dropped = 0;
  const keep: PressHouse['keep'] = async () => ({ write: () => 'new', discard: () => dropped++ });
  const full = (name: string) => ({ name, begin: () => Promise.reject(new Error('the disk is full')) });
  await expect(pressFiling({ ...fake, keep }, outgoing, full)).rejects.toThrow('the disk is full');
  expect(dropped).toBe(1);
});
