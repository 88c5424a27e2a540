import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DateFact } from './date-fact.ts';
import { fieldFilter, filterables, filterNeedles, fitsFilters, type FieldFilter } from './field-filter.ts';
import type { KindDefinition } from './kind.ts';
import { kindNamed, kinds } from './kinds.ts';
import type { AnyRecord } from './record.ts';
import { anyRecordOf } from './any-record.test-support.ts';

const kindOf = (name: string): KindDefinition => kindNamed(name)!;
const every = Object.keys(kinds).map(kindOf);
const filter = (field: string, rest: Partial<FieldFilter> = {}): FieldFilter => ({ field, values: [], unstated: false, ...rest });
const finding = (fields: object, rest: Partial<AnyRecord> = {}): AnyRecord =>
  ({ id: 'f', kind: 'finding', number: 'FND-001', caseId: 'c', state: 'reported', audience: 'internal', privilege: 'none', tags: [], fields, ...rest }) as AnyRecord;
const fits = (record: AnyRecord, ...filters: FieldFilter[]) => fitsFilters(kindOf('finding'), record, filters);
const tested = (fact: DateFact) => finding({ tested: fact });

describe('a condition on a field', () => {
  test('takes any of its values, and what states nothing only where that is asked', () => {
    const [api, none] = [finding({ surface: 'api' }), finding({})];
    expect(fits(api, filter('surface', { values: ['api', 'console'] }))).toBe(true);
    expect(fits(api, filter('surface', { values: ['console'] }))).toBe(false);
    expect(fits(none, filter('surface', { values: ['api'] }))).toBe(false);
    expect(fits(none, filter('surface', { values: ['api'], unstated: true }))).toBe(true);
    expect(fits(api, filter('surface', { unstated: true }))).toBe(false);
  });

  test('several conditions must all be met', () => {
    const record = finding({ surface: 'api', prompts: 'described' });
    expect(fits(record, filter('surface', { values: ['api'] }), filter('prompts', { values: ['described'] }))).toBe(true);
    expect(fits(record, filter('surface', { values: ['api'] }), filter('prompts', { values: ['in_hand'] }))).toBe(false);
    expect(fits(record)).toBe(true);
  });

  test('looks into groups and into every row', () => {
    const record = finding({
      reproduced: [
        { by: 'p1', result: 'not_reproduced' },
        { by: 'p2', result: 'reproduced' },
      ],
    });
    expect(fits(record, filter('reproduced.result', { values: ['reproduced'] }))).toBe(true);
    expect(fits(record, filter('reproduced.by', { values: ['p3'] }))).toBe(false);
    expect(fits(finding({}), filter('reproduced.result', { unstated: true }))).toBe(true);
    expect(fits(finding({ reproduced: [] }), filter('reproduced.result', { unstated: true }))).toBe(true);
  });

  test('an uncertain date is shown wherever it may lie, an unknown one only as not stated', () => {
    const june = filter('tested', { from: '2026-06-01', to: '2026-06-30' });
    expect(fits(tested({ certainty: 'exact', day: '2026-06-30' }), june)).toBe(true);
    expect(fits(tested({ certainty: 'exact', day: '2026-07-01' }), june)).toBe(false);
    expect(fits(tested({ certainty: 'range', latest: '2026-06-12' }), june)).toBe(true);
    expect(fits(tested({ certainty: 'range', earliest: '2026-07-02' }), june)).toBe(false);
    expect(
      fits(
        tested({
          certainty: 'disputed',
          readings: [
            { day: '2026-05-30', saidBy: 'a' },
            { day: '2026-06-02', saidBy: 'b' },
          ],
        }),
        june,
      ),
    ).toBe(true);
    expect(fits(tested({ certainty: 'unknown' }), june)).toBe(false);
    expect(fits(tested({ certainty: 'unknown' }), { ...june, unstated: true })).toBe(true);
    expect(fits(tested({ certainty: 'range', earliest: '2026-05-01', latest: '2026-08-01' }), filter('tested', { values: ['disputed'] }))).toBe(false);
    expect(fits(tested({ certainty: 'approximate', day: '2026-06-02' }), { ...june, values: ['approximate'] })).toBe(true);
  });

  test('privilege, tags and the day of the list are asked of every record', () => {
    const record = finding({}, { privilege: 'work_product', tags: ['Spring audit'] });
    expect(fits(record, filter('@privilege', { values: ['work_product', 'attorney_client'] }))).toBe(true);
    expect(fits(record, filter('@privilege', { values: ['none'] }))).toBe(false);
    expect(fits(record, filter('@tag', { words: 'AUDIT' }))).toBe(true);
    expect(fits(record, filter('@due', { from: '2026-01-01' }))).toBe(false);
    expect(fits(record, filter('@due', { unstated: true }))).toBe(true);
  });

  test('on a field that the kind does not have, or on a group as a whole, nothing fits', () => {
    for (const field of ['nothing', 'constructor', 'reproduced', 'surface.api', 'reproduced.nothing', ''])
      expect(fits(finding({ surface: 'api' }), filter(field, { unstated: true }))).toBe(false);
  });

  test('fields about persons are not offered, and every key that is offered is one of the kind', () => {
    for (const kind of every) {
      const keys = filterables(kind).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.filter((key) => kind.fields[key]?.personal)).toEqual([]);
    }
  });
});

test('whatever fits holds one of the needles in its stored text', () => {
  const record = fc.constantFrom(...every).chain((kind) => fc.tuple(fc.constant(kind), anyRecordOf(kind)));
  fc.assert(
    fc.property(record, fc.nat(), fc.nat(), ([kind, one], which, value) => {
      const fields = filterables(kind).filter(({ options }) => Object.keys(options).length > 0);
      const field = fields[which % fields.length];
      const options = Object.keys(field?.options ?? {});
      const asked = fieldFilter.parse(filter(field?.key ?? '', { values: [options[value % options.length] ?? ''] }));
      const needles = filterNeedles(kind, asked);
      if (needles === null || !fitsFilters(kind, one, [asked])) return;
      const text = JSON.stringify(one);
      expect(needles.some((needle) => text.includes(needle))).toBe(true);
    }),
    { numRuns: 100 },
  );
});
