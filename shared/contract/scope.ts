import * as z from 'zod';
import { asOf } from './as-of.ts';
import { rosterColumnNames, type RosterColumn } from '../law/scope/roster-columns.ts';
import { dayText } from '../records/date-fact.ts';
import { operation } from './wire.ts';

const result = z.enum(['barred', 'not_barred', 'undetermined']);
const ear = z.enum(['foreign_person', 'not_foreign_person', 'undetermined']);
const words = z.array(z.string());
// Proof of the cast: the names are those of the columns, and there is at least one.
const column = z.enum(rosterColumnNames as [RosterColumn, ...RosterColumn[]]);
const mapping = z.partialRecord(column, z.string());
const form = { encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).optional(), delimiter: z.enum([',', ';', '\t']).optional() };

/** Whom orders reach, and rosters screened against them. */
export const scopeOperations = {
  /** On `day`, today when left out; `asOf` is another thing: as it was known then. */
  'scope.reach': operation(
    z.strictObject({ order: z.string(), day: dayText.optional(), asOf }),
    z.strictObject({
      order: z.string(),
      amendedBy: words,
      day: dayText,
      notes: words,
      rules: z.array(
        z.strictObject({
          number: z.string(),
          kind: z.enum(['barred', 'exception', 'license', 'reporting_only']),
          clause: z.string(),
          order: z.string(),
          persons: z.string(),
          formula: words,
          definition: z.string(),
          inForce: z.enum(['yes', 'no', 'unknown']),
          versions: words,
          confirmed: z.enum(['none', 'asked', 'answered']),
          term: z.string().nullable(),
        }),
      ),
      terms: z.array(
        z.strictObject({
          number: z.string(),
          term: z.string(),
          state: z.string(),
          question: z.string(),
          readings: z.array(z.strictObject({ letter: z.string(), text: z.string(), takenBy: words, effect: z.string(), adopted: z.boolean() })),
          adoptedBy: z.string(),
          adoptedWhy: z.string(),
        }),
      ),
      classes: z.array(
        z.strictObject({ key: z.string(), label: z.string(), result, order: z.string().nullable(), clause: z.string().nullable(), missing: words, ear, differs: z.boolean() }),
      ),
      effects: z.array(z.strictObject({ clause: z.string(), change: z.enum(['replaces', 'adds', 'removes']), by: z.string(), rules: words, obligations: words, deadlines: words })),
      overlaps: z.array(z.strictObject({ kind: z.enum(['contradiction', 'overlap', 'standing']), first: z.string(), second: z.string(), says: z.string() })),
      basis: z.array(z.strictObject({ key: z.string(), asks: z.string(), state: z.enum(['stated', 'not_stated', 'open']), says: z.string(), request: z.string() })),
    }),
  ),
  /** Status of every model, version and surface for every class of people on a day; with `first`, of so many models, and the reply says of how many. */
  'scope.status': operation(
    z.strictObject({ caseId: z.string().nullable(), day: dayText.optional(), first: z.int().min(1).optional(), asOf }),
    z.strictObject({
      day: dayText,
      classes: z.array(z.strictObject({ key: z.string(), label: z.string() })),
      rows: z.array(
        z.strictObject({
          model: z.string(),
          modelNumber: z.string(),
          version: z.string(),
          surface: z.string().nullable(),
          cells: z.array(
            z.strictObject({ result, order: z.string().nullable(), clause: z.string().nullable(), missing: words, doubt: z.enum(['unconfirmed', 'no_text']).nullable() }),
          ),
        }),
      ),
      notes: words,
      models: z.int(),
      of: z.int(),
    }),
  ),
  /** Who may still have access, person by person and group by group, and which determinations are to be made again. `sealed` counts those that may not be read. */
  'scope.access': operation(
    z.strictObject({ caseId: z.string().nullable(), asOf }),
    z.strictObject({
      sealed: z.int(),
      rows: z.array(
        z.strictObject({
          from: z.string(),
          who: z.string(),
          whoNumber: z.string(),
          sort: z.enum(['person', 'group']),
          model: z.string(),
          modelNumber: z.string(),
          version: z.string(),
          surface: z.string().nullable(),
          planned: z.enum(['none', 'limited', 'full', 'undetermined']),
          actual: z.enum(['none', 'limited', 'full', 'unknown']),
          when: z.string(),
          proofs: words,
          waiver: z.string(),
          still: z.enum(['has', 'may', 'unproved', 'undecided']).nullable(),
        }),
      ),
      again: z.array(z.strictObject({ number: z.string(), state: z.string(), before: result, after: result, clause: z.string(), missing: words, why: words, rules: words })),
    }),
  ),
  /** New, proposed determinations in the place of those named, which are superseded: one act, all or none. */
  'scope.redetermine': operation(
    z.strictObject({ numbers: z.array(z.string()).min(1).max(2000), reason: z.string().trim().min(1) }),
    z.strictObject({ act: z.string(), made: words }),
  ),
  /** Records of a sealed kind whose number or title has these letters, for a form that links to one: for whoever holds the compartment, and kept by no window. */
  'records.sealed': operation(
    z.strictObject({ kind: z.string(), text: z.string(), limit: z.int().min(1).max(100) }),
    z.strictObject({ rows: z.array(z.strictObject({ id: z.string(), number: z.string(), title: z.string() })) }),
  ),
  /** How a file is read and what its columns are taken for; the mapping of an earlier screening with the same columns comes first. */
  'screening.look': operation(
    z.strictObject({ file: z.string(), ...form }),
    z.strictObject({
      name: z.string(),
      bytes: z.int(),
      encoding: z.string(),
      delimiter: z.string(),
      head: words,
      sample: z.array(words),
      mapping,
      savedFrom: z.string().nullable(),
    }),
  ),
  'screening.run': operation(
    z.strictObject({
      order: z.string(),
      file: z.string(),
      day: dayText.optional(),
      mapping,
      ...form,
      keep: z.strictObject({ purgeOn: dayText, why: z.string().trim().min(1) }).optional(),
    }),
    z.strictObject({ number: z.string(), rows: z.int(), badLines: z.int() }),
    z.strictObject({ bytes: z.number(), of: z.number(), rows: z.int() }),
  ),
  /** Kept rosters whose day has come. */
  'roster.due': operation(z.strictObject({ caseId: z.string().nullable() }), z.strictObject({ due: z.array(z.strictObject({ number: z.string(), purgeOn: dayText.nullable() })) })),
  /** Erases the bytes of a kept roster, for ever. */
  'roster.purge': operation(z.strictObject({ number: z.string(), reason: z.string().trim().min(1) }), z.strictObject({ number: z.string() })),
  /** The people over whom the EAR test and the order differ, a page at a time. Reading on the screen is no exit. */
  'screening.differing': operation(
    z.strictObject({ number: z.string(), skip: z.int().min(0), limit: z.int().min(1).max(500).default(200) }),
    z.strictObject({ rows: z.array(z.strictObject({ id: z.string(), result, ear })), more: z.boolean() }),
  ),
  /** `person_id,result` for the identity team, through the one exit, in the place that the person chooses. */
  'screening.export': operation(z.strictObject({ number: z.string(), reasons: z.boolean() }), z.strictObject({ file: z.string(), release: z.string(), bytes: z.int() })),
} as const;
