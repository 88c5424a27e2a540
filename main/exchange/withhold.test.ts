import { expect, test } from 'vitest';
import type { AnyRecord } from '../../shared/records/record.ts';
import * as fc from 'fast-check';
import { anyRecordOf } from '../../shared/records/any-record.test-support.ts';
import { audiences, type Fields } from '../../shared/records/field.ts';
import { kindNamed, kindNames } from '../../shared/records/kinds.ts';
import { parseRecord } from '../../shared/records/parse.ts';
import { heldBackWords, slipTag } from './slip-sheet.ts';
import { whyWithheld, withhold } from './withhold.ts';

let last = 0;
function record(kind: string, id: string, fields: Record<string, unknown>, more: Partial<AnyRecord> = {}): AnyRecord {
  const definition = kindNamed(kind);
  return parseRecord({
    id,
    kind,
    number: `${definition?.prefix ?? ''}-${String(++last).padStart(3, '0')}`,
    caseId: null,
    state: definition?.initial,
    audience: definition?.audience,
    privilege: definition?.privilege,
    tags: [],
    fields,
    ...more,
  });
}
const forUs = { audience: 'internal', privileged: false, alone: true } as const;
const memo = (id: string, about: string[] = []) => record('note', id, { title: 'Canary advice', type: 'note', body: 'Canary body', about });
const party = (id: string, more: Record<string, unknown> = {}) => record('party', id, { name: 'Corvane', type: 'company', ...more });

test('a marking lets something go to its audience and to those nearer to us, never further', () => {
  expect(whyWithheld('agency', 'none', { ...forUs, audience: 'internal' })).toBeNull();
  expect(whyWithheld('agency', 'none', { ...forUs, audience: 'agency' })).toBeNull();
  expect(whyWithheld('agency', 'none', { ...forUs, audience: 'public' })).toBe('audience');
  expect(whyWithheld('internal', 'none', { ...forUs, audience: 'outside_counsel' })).toBe('audience');
});

test('what is for named recipients goes to one of them by name, whatever the audience, and to nobody else, not even to ourselves', () => {
  const named = ['Ottermole LLP', 'Ann Reyes'];
  expect(whyWithheld('public', 'none', forUs, named)).toBe('named');
  expect(whyWithheld('public', 'none', { ...forUs, recipient: 'Harbor Insurance' }, named)).toBe('named');
  expect(whyWithheld('internal', 'none', { ...forUs, audience: 'agency', recipient: 'ottermole  llp' }, named)).toBeNull();
  // A name opens no privilege.
  expect(whyWithheld('public', 'attorney_client', { ...forUs, audience: 'agency', privileged: true, recipient: 'Ann Reyes' }, named)).toBe('privileged');
  // And what names nobody is not opened by a recipient.
  expect(whyWithheld('internal', 'none', { ...forUs, audience: 'agency', recipient: 'Ann Reyes' })).toBe('audience');
  const { records, withheld } = withhold(
    [record('party', 'a', { name: 'Corvane', type: 'company' }, { named }), record('party', 'b', { name: 'Borea', type: 'company', partOf: 'a' })],
    forUs,
  );
  expect([records.map((one) => one.id), records[0]?.fields['partOf']]).toEqual([['b'], undefined]);
  expect(withheld).toEqual([{ number: expect.stringContaining('PTY'), why: 'named' }]);
});

test('privileged content stays unless it is asked for, and goes to nobody beyond outside counsel even then', () => {
  expect(whyWithheld('public', 'attorney_client', forUs)).toBe('privileged');
  expect(whyWithheld('public', 'under_review', forUs)).toBe('under_review');
  expect(whyWithheld('public', 'attorney_client', { ...forUs, privileged: true })).toBeNull();
  expect(whyWithheld('public', 'attorney_client', { ...forUs, audience: 'agency', privileged: true })).toBe('privileged');
});

test('a privileged record stays with every word of it', () => {
  const { records, withheld } = withhold([memo('m'), party('p')], forUs);
  expect(records.map((one) => one.id)).toEqual(['p']);
  expect(withheld).toEqual([{ number: expect.stringContaining('NOTE'), why: 'privileged' }]);
});

test('a privileged field stays while its record goes, and the list says which', () => {
  const { records, withheld } = withhold([party('p', { note: 'Canary note' })], forUs);
  expect(JSON.stringify(records)).not.toContain('Canary');
  expect(withheld).toEqual([{ number: records[0]?.number, field: 'note', why: 'privileged' }]);
});

test('where something kept leads to a privileged record, a slip sheet stands in its place and says nothing', () => {
  const decision = record('decision', 'd', {
    question: 'Canary question',
    options: [{ text: 'Canary option' }],
    decidedBy: 'Canary',
    decided: { certainty: 'exact', day: '2031-01-08' },
  });
  const open = record('note', 'n', { title: 'Open', type: 'note', body: 'x', about: ['d'] }, { privilege: 'none' });
  const { records, withheld } = withhold([decision, open], forUs);
  const slip = records.find((one) => one.id === 'd');
  expect(slip?.tags).toEqual([slipTag]);
  expect(JSON.stringify(slip)).toContain(heldBackWords);
  expect(JSON.stringify(records)).not.toContain('Canary');
  expect(withheld.map((one) => one.number)).toEqual([decision.number]);
  expect(() => parseRecord(slip)).not.toThrow();
});

test('beyond ourselves no slip sheet tells that a privileged record exists: the link to it is cut', () => {
  const open = record('note', 'n', { title: 'Open', type: 'note', body: 'x', about: ['m'] }, { privilege: 'none', audience: 'agency' });
  const { records } = withhold([memo('m'), open], { ...forUs, audience: 'agency' });
  expect(records.map((one) => [one.id, one.fields['about']])).toEqual([['n', []]]);
});

test('a slip sheet of every kind is a record of that kind', async () => {
  const { datedCase } = await import('../../shared/records/samples/dated.ts');
  const { reportedCase } = await import('../../shared/records/samples/reported.ts');
  const { slipSheet } = await import('./slip-sheet.ts');
  const all = [...datedCase().records, ...reportedCase.records];
  const kindsSeen = new Set(all.map((one) => one.kind));
  expect(kindsSeen.size).toBeGreaterThan(14);
  for (const one of all) expect(() => parseRecord(slipSheet(one as AnyRecord))).not.toThrow();
});

test('what is about somebody in person stays unless it is asked for, and the list says so', () => {
  const agency = party('p', { contact: 'Canary, room 12' });
  const stays = withhold([agency], forUs);
  expect(JSON.stringify(stays.records)).not.toContain('Canary');
  expect(stays.withheld).toEqual([{ number: agency.number, field: 'contact', why: 'personal' }]);
  expect(withhold([agency], { ...forUs, personal: true }).records).toEqual([agency]);
  const entry = record(
    'privilege_entry',
    'v',
    {
      title: 'Message',
      item: 'e',
      date: { certainty: 'unknown' },
      docType: 'E-mail',
      basis: 'attorney_client',
      treatment: 'withheld',
      people: [{ name: 'Canary', part: 'author' }],
    },
    { privilege: 'none' },
  );
  expect(JSON.stringify(withhold([entry], { ...forUs, alone: false }).records)).not.toContain('Canary');
});

test('a date that lies before or after a record that stays says nothing of it outside', () => {
  const event = record('chronology_event', 'v', {
    text: 'Told',
    at: {
      certainty: 'unknown',
      relative: [
        { relation: 'after', of: 'm' },
        { relation: 'before', of: 'p' },
      ],
    },
    unsourced: true,
    visibility: 'internal',
  });
  const { records } = withhold([memo('m'), party('p'), event], { ...forUs, audience: 'internal' });
  expect(records.find((one) => one.id === 'v')?.fields['at']).toEqual({
    certainty: 'unknown',
    relative: [
      { relation: 'after', of: 'm' },
      { relation: 'before', of: 'p' },
    ],
  });
  const alone = withhold([event, party('p')], forUs).records;
  expect(alone.find((one) => one.id === 'v')?.fields['at']).toEqual({ certainty: 'unknown', relative: [{ relation: 'before', of: 'p' }] });
});

/** Every value that is there, with the field it stands in, to any depth. */
function* standing(fields: Fields, values: unknown): Generator<Fields[string]> {
  if (Array.isArray(values)) for (const row of values) yield* standing(fields, row);
  else if (typeof values === 'object' && values !== null)
    for (const [name, value] of Object.entries(values)) {
      const field = fields[name];
      if (!field || value === undefined) continue;
      yield field;
      if (field.fields) yield* standing(field.fields, value);
    }
}

test('of no kind, to no audience, does a record or a field leave that is not for it, is privileged or is about a person', () => {
  const labelled = kindNames
    .flatMap((kind) => [...standingFields(kindNamed(kind)?.fields ?? {})])
    .filter((field) => field.privilege !== undefined || field.audience !== undefined || field.personal);
  // There are such fields, or nothing is tested.
  expect(labelled.length).toBeGreaterThan(20);
  let left = 0;
  for (const kind of kindNames) {
    const definition = kindNamed(kind);
    if (!definition) throw new Error(kind);
    fc.assert(
      fc.property(anyRecordOf(definition), fc.constantFrom(...audiences), fc.boolean(), (drawn, audience, privileged) => {
        const allowed = { audience, privileged, alone: false };
        for (const one of withhold([drawn], allowed).records) {
          left++;
          expect([definition.compartment, whyWithheld(one.audience, one.privilege, allowed, one.named)]).toEqual([undefined, null]);
          for (const field of standing(definition.fields, one.fields))
            expect([field.label, field.personal ?? false, whyWithheld(field.audience ?? 'public', field.privilege ?? 'none', allowed)]).toEqual([field.label, false, null]);
        }
      }),
      { numRuns: 25 },
    );
  }
  expect(left).toBeGreaterThan(100);
});

function* standingFields(fields: Fields): Generator<Fields[string]> {
  for (const field of Object.values(fields)) {
    yield field;
    if (field.fields) yield* standingFields(field.fields);
  }
}
