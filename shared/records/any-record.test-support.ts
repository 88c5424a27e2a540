import * as fc from 'fast-check';
import { dayText } from '../calendar/day.ts';
import { audiences, privileges, type Field, type Fields } from './field.ts';
import type { KindDefinition } from './kind.ts';
import type { AnyRecord } from './record.ts';

const day = fc.integer({ min: 0, max: 60_000 }).map(dayText);
/** What links of generated records lead to. */
export const linkTargets = ['id-1', 'id-2', 'id-3'] as const;
const id = fc.constantFrom(...linkTargets);
const words = fc.oneof(fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }), fc.constantFrom('§ 1324b', '“quoted”', 'عربي', 'a\nb'));
const moment = fc.record({ day, time: fc.constantFrom('09:15', '23:59'), zone: fc.constant('America/New_York') }, { requiredKeys: ['day'] });
const about = fc.record(
  {
    source: words,
    reason: words,
    relative: fc.array(fc.record({ relation: fc.constantFrom('before', 'after', 'within'), of: id, amount: words }, { requiredKeys: ['relation', 'of'] }), { maxLength: 2 }),
    asTyped: words,
  },
  { requiredKeys: [] },
);
const both = <A extends object, B extends object>(one: fc.Arbitrary<A>, other: fc.Arbitrary<B>) => fc.tuple(one, other).map(([a, b]) => ({ ...a, ...b }));
const dateFacts = fc.oneof(
  both(moment, about).map((fact) => ({ certainty: 'exact', ...fact })),
  both(moment, about).map((fact) => ({ certainty: 'approximate', ...fact })),
  both(
    fc
      .tuple(day, day)
      .map((days) => [...days].sort())
      .map(([earliest, latest]) => ({ earliest, latest })),
    about,
  ).map((fact) => ({ certainty: 'range', ...fact })),
  both(
    day.map((latest) => ({ latest })),
    about,
  ).map((fact) => ({ certainty: 'range', ...fact })),
  about.map((fact) => ({ certainty: 'unknown', ...fact })),
  both(
    fc.array(both(moment, fc.record({ saidBy: words })), { minLength: 2, maxLength: 3 }).map((readings) => ({ readings })),
    about,
  ).map((fact) => ({ certainty: 'disputed', ...fact })),
);

function valueOf(field: Field): fc.Arbitrary<unknown> {
  const options = Object.keys(field.options ?? {});
  switch (field.widget) {
    case 'line':
    case 'prose':
    case 'quotation':
      return words;
    case 'words':
      return fc.array(words, { maxLength: 3 });
    case 'choice':
      return fc.constantFrom(...options);
    case 'choices':
      return fc.uniqueArray(fc.constantFrom(...options), { maxLength: 3 });
    case 'flag':
      return fc.boolean();
    case 'count':
    case 'instant':
      return fc.integer({ min: 0, max: 2 ** 40 });
    case 'day':
      return day;
    case 'date-fact':
      return dateFacts;
    case 'link':
      return id;
    case 'links':
      return fc.array(id, { maxLength: 3 });
    case 'group':
      return valuesOf(field.fields ?? {});
    case 'rows':
      return fc.array(valuesOf(field.fields ?? {}), { maxLength: 2 });
    case 'data':
      return fc.dictionary(
        fc.string({ minLength: 1, maxLength: 8 }).filter((name) => name !== '__proto__'),
        fc.oneof(words, fc.integer(), fc.boolean(), fc.constant(null)),
        { maxKeys: 3, noNullPrototype: true },
      );
  }
}
/** Values of a set of fields: the required ones always, the others now and then, down to every depth. */
function valuesOf(fields: Fields): fc.Arbitrary<Record<string, unknown>> {
  const model = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOf(field)]));
  return fc.record(model, {
    requiredKeys: Object.entries(fields)
      .filter(([, field]) => field.required)
      .map(([name]) => name),
    noNullPrototype: true,
  });
}
/** Any record of a kind, in any of its states: what its schema allows, not only what its guards do. */
export const anyRecordOf = (kind: KindDefinition): fc.Arbitrary<AnyRecord> =>
  fc.record(
    {
      id: fc.uuid(),
      kind: fc.constant(kind.kind),
      number: fc.integer({ min: 1, max: 999 }).map((n) => `${kind.prefix}-${String(n).padStart(3, '0')}`),
      caseId: fc.option(fc.constant('case-1')),
      state: fc.constantFrom(...Object.keys(kind.states)),
      audience: fc.constantFrom(...audiences),
      privilege: fc.constantFrom(...privileges),
      tags: fc.array(words, { maxLength: 2 }),
      fields: valuesOf(kind.fields),
    },
    { noNullPrototype: true },
  );
