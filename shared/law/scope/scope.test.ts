import { expect, test } from 'vitest';
import { countryCodes, countryName, countryOf, isAmong } from './countries.ts';
import { testNationality, type Term } from './nationality.ts';
import { factsOf } from './person-facts.ts';
import type { PersonTest } from './person-test.ts';
import { ruling } from './ruling.ts';
import type { ScopeRule } from './scope-rule.ts';
import { all, any, not } from './truth.ts';

const rule = (persons: PersonTest, more: Partial<ScopeRule> = {}): ScopeRule => ({
  id: 'r',
  kind: 'barred',
  clause: '1',
  order: 'ORD-001',
  priority: 0,
  persons,
  definition: 'as worded',
  models: [],
  versions: [],
  otherVersions: null,
  surfaces: [],
  activities: [],
  accessIsEveryUse: null,
  territory: [],
  inForce: true,
  ...more,
});
const foreign: PersonTest = { nationality: { test: 'any_foreign_national_as_worded' } };

test('three truth values: what is not known stays so unless the rest decides', () => {
  expect([all([true, null]), all([false, null]), any([true, null]), any([false, null]), not(null)]).toEqual([null, false, true, null, null]);
  expect([all([]), any([])]).toEqual([true, false]);
});

test('a country is known by its codes and by its English names, and by nothing that is only like them', () => {
  for (const typed of ['US', 'usa', 'United States', 'the United States of America', 'U.S.A.']) expect(countryOf(typed), typed).toBe('US');
  for (const typed of ['GB', 'GBR', 'UK', 'United Kingdom', 'great britain']) expect(countryOf(typed), typed).toBe('GB');
  for (const typed of ['CIV', 'Côte d’Ivoire', 'Ivory Coast']) expect(countryOf(typed), typed).toBe('CI');
  for (const typed of ['', 'Narnia', 'Congo-', 'U', 'XX', 'stateless']) expect(countryOf(typed), typed).toBe(typed === 'Congo-' ? 'CG' : null);
});

test('there are 249 countries, and the names that the platform knows lead to them', () => {
  expect(countryCodes).toHaveLength(249);
  const english = new Intl.DisplayNames('en', { type: 'region' });
  const strange = countryCodes.filter((code) => countryOf(english.of(code) ?? '') !== code && countryOf(countryName(code)) !== code);
  expect(strange).toEqual([]);
});

test('a territory counts as the state whose nationals its people are, and a state never as its territory', () => {
  expect([isAmong('HK', ['CN']), isAmong('CN', ['HK']), isAmong('HK', ['HK']), isAmong('PR', ['US'])]).toEqual([true, false, true, true]);
});

test('a dual national is undetermined under “foreign national” only until a reading is adopted for the class', () => {
  const dual = factsOf({ citizenships: ['US', 'CA'] });
  const open = ruling([rule(foreign)], dual);
  expect(open).toMatchObject({ result: 'undetermined', missing: ['which reading of “foreign national” is adopted'] });
  const term = (adopted: number): Term => ({
    term: 'foreign national',
    readings: [
      { words: 'not a citizen', means: { test: 'any_non_citizen' } },
      { words: 'any other nationality', means: { test: 'any_other_nationality' } },
    ],
    adopted,
  });
  const read = (adopted: number) => ruling([rule({ nationality: { test: 'any_foreign_national_as_worded' }, term: term(adopted) })], dual).result;
  expect([read(0), read(1)]).toEqual(['not_barred', 'barred']);
});

test('without an adopted reading only what every reading says is said', () => {
  const says = (recorded: Parameters<typeof factsOf>[0]) => ruling([rule(foreign)], factsOf(recorded)).result;
  expect(says({ citizenships: ['US'] })).toBe('not_barred');
  expect(says({ citizenships: ['GB'], permanentResident: false, protectedIndividual: false })).toBe('barred');
  expect(says({ citizenships: ['GB'], permanentResident: true })).toBe('undetermined');
  expect(says({ usPerson: false })).toBe('barred');
  expect(says({ usPerson: true })).toBe('undetermined');
});

test('a permanent resident is not barred by a line on nationality when the formula takes residents out', () => {
  const test: PersonTest = { all: [{ nationality: { test: 'any_alien' } }, { none: [{ status: ['permanent_resident'] }] }] };
  expect(ruling([rule(test)], factsOf({ citizenships: ['GB'], permanentResident: true })).result).toBe('not_barred');
  expect(ruling([rule(test)], factsOf({ citizenships: ['GB'] }))).toMatchObject({ result: 'undetermined', missing: ['us_permanent_resident'] });
});

test('facts that contradict each other settle nothing', () => {
  const says = ruling([rule({ nationality: { test: 'any_foreign_person_EAR' } })], factsOf({ usPerson: false, citizenships: ['US'] }));
  expect(says).toMatchObject({ result: 'undetermined', missing: ['us_person and citizenships contradict each other'] });
});

test('an exception beats bars of its priority or below, and one that may apply makes the bar undetermined', () => {
  const bar = rule({ everyone: true }, { priority: 1 });
  const exception = (priority: number) => rule({ employer: ['Lab One'] }, { kind: 'exception', clause: '6', priority });
  const staff = factsOf({ employer: 'lab  one' });
  expect(ruling([bar, exception(1)], staff)).toMatchObject({ result: 'not_barred', why: 'excepted', rule: { clause: '6' } });
  expect(ruling([bar, exception(0)], staff).result).toBe('barred');
  expect(ruling([bar, exception(1)], factsOf({}))).toMatchObject({ result: 'undetermined', missing: ['employer'], rule: { clause: '6' } });
  expect(ruling([bar, exception(1)], factsOf({ relation: 'employee' })).result).toBe('barred');
});

test('a version that nobody named starts as undetermined, never as not covered', () => {
  const bar = rule({ everyone: true }, { models: ['m'], versions: ['2.0'] });
  const says = (version: string, versionCovered: boolean | null) => ruling([bar], factsOf({}), { model: 'm', version, versionCovered }).result;
  expect([says('2.0', null), says('2.2', null), says('1.4', false), says('2.1', true)]).toEqual(['barred', 'undetermined', 'not_barred', 'barred']);
  expect(ruling([bar], factsOf({}), { model: 'other' }).result).toBe('not_barred');
});

test('“access” without more is every use only where that reading is adopted; release of weights it is in any case', () => {
  const says = (accessIsEveryUse: boolean | null, activity: string) =>
    ruling([rule({ everyone: true }, { activities: ['access_undefined'], accessIsEveryUse })], factsOf({}), { activity }).result;
  expect([says(true, 'inference_api'), says(null, 'inference_api'), says(false, 'inference_api'), says(false, 'weights_download')]).toEqual([
    'barred',
    'undetermined',
    'not_barred',
    'barred',
  ]);
});

test('where the person is counts only where the rule says so, and a blank place then matters', () => {
  const bar = rule({ everyone: true }, { territory: ['US'] });
  expect([ruling([bar], factsOf({ location: 'PR' })).result, ruling([bar], factsOf({ location: 'GB' })).result]).toEqual(['barred', 'not_barred']);
  expect(ruling([bar], factsOf({}))).toMatchObject({ result: 'undetermined', missing: ['country_of_location'] });
});

test('the deemed-export test looks at the most recent citizenship or residence of foreign persons only', () => {
  const says = (recorded: Parameters<typeof factsOf>[0]) => testNationality({ test: 'most_recent_citizenship_or_PR_in', countries: ['CN'] }, factsOf(recorded));
  expect(says({ usPerson: true, mostRecent: 'CN' }).truth).toBe(false);
  expect(says({ usPerson: false, mostRecent: 'CN' }).truth).toBe(true);
  expect(says({ usPerson: false, citizenships: ['CN'] })).toEqual({ truth: null, missing: ['most_recent_citizenship_or_residence'] });
});

test('an order without a bar bars nobody and says that it has none', () => {
  expect(ruling([], factsOf({}))).toMatchObject({ result: 'not_barred', why: 'no-bar', rule: null });
});
