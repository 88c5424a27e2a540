import type { Field } from './field.ts';
import type { KindDefinition } from './kind.ts';
import type { AnyRecord } from './record.ts';

/** Most records that one act over many may change: an act's own limit. */
export const mostTogether = 20_000;

/** Why something is done to one record at a time and never to many at once (domain.md §7 U12). */
export type ApartBecause = 'people' | 'privilege' | 'marking' | 'hold' | 'date' | 'determination' | 'own-words' | 'parts' | 'program' | 'final' | 'paper' | 'signature';

/** Kinds of which each record is an act of its own. */
const kindsApart: Readonly<Record<string, ApartBecause>> = {
  legal_hold: 'hold',
  privilege_entry: 'privilege',
  approval: 'program',
  release: 'program',
  evidence_text: 'program',
  screening: 'determination',
};
/** Fields that no rule about their control finds: what somebody found, how something is marked, and what moves a date. */
const fieldsApart: Readonly<Record<string, ApartBecause>> = {
  markings: 'marking',
  sensitivity: 'marking',
  bates: 'marking',
  privilegeLog: 'privilege',
  result: 'determination',
  outcome: 'determination',
  ruleId: 'date',
  ruleVersion: 'date',
  method: 'date',
  mustBeReceived: 'date',
};
const widgetsApart: Partial<Readonly<Record<Field['widget'], ApartBecause>>> = {
  day: 'date',
  'date-fact': 'date',
  instant: 'date',
  group: 'parts',
  rows: 'parts',
  data: 'parts',
  prose: 'own-words',
  quotation: 'own-words',
  count: 'own-words',
};
const naming: ReadonlySet<string> = new Set(['title', 'name', 'subject', 'question', 'statement', 'text']);

/** Why records of this kind are changed one at a time; null where they may be changed together. */
export const kindApart = (kind: KindDefinition): ApartBecause | null => (kind.compartment ? 'people' : (kindsApart[kind.kind] ?? null));

/** Why this field is set one record at a time; null where it may be set on many. */
export function fieldApart(kind: KindDefinition, name: string): ApartBecause | null {
  const field = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
  if (!field) return 'parts';
  if (field.personal) return 'people';
  if (field.to?.includes('legal_hold')) return 'hold';
  return kindApart(kind) ?? fieldsApart[name] ?? widgetsApart[field.widget] ?? (naming.has(name) ? 'own-words' : null);
}

/** Why this record takes no part in an act over many: in a final state the act could not be taken back as one. */
export const recordApart = (kind: KindDefinition, record: Pick<AnyRecord, 'state'>): ApartBecause | null =>
  kindApart(kind) ?? (kind.final?.states.includes(record.state) ? 'final' : null);

/** The reasons in words, for a refusal and beside a field that cannot be chosen. */
export const apartWords: Readonly<Record<ApartBecause, string>> = {
  people: 'What is about persons is decided for each of them.',
  privilege: 'Privilege is claimed for each record, with its own ground.',
  marking: 'A marking is set on each record by itself.',
  hold: 'A hold is set and lifted record by record.',
  date: 'A date is set on one record at a time, with its source.',
  determination: 'A determination is made for each record by itself.',
  'own-words': 'These are the words of each record.',
  parts: 'It has parts, which differ from record to record.',
  program: 'Cordon writes it itself.',
  paper: 'It rests on a paper of its own, which is named with it.',
  signature: 'It takes a signature or an approval, given for each record by itself.',
  final: 'It is final, and what is done to it cannot be taken back.',
};
