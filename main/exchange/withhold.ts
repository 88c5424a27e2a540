import { amongUs, audiences, type Audience, type Field, type Fields, type Privilege } from '../../shared/records/field.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import { linksChanged, linksIn } from '../../shared/records/links.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { samePerson } from '../../shared/records/same-person.ts';
import { slipSheet } from './slip-sheet.ts';

export type WhyWithheld = 'unconfirmed' | 'privileged' | 'under_review' | 'sealed' | 'audience' | 'named' | 'personal' | 'needs-withheld';
export interface Withheld {
  readonly number: string;
  readonly field?: string;
  readonly why: WhyWithheld;
}
export interface Allowed {
  /** Who it is for. */
  readonly audience: Audience;
  /** Who receives it, by name: what is for named recipients goes to nobody else. */
  readonly recipient?: string | undefined;
  /** Whether privileged content was asked for by name. */
  readonly privileged: boolean;
  /** Whether what is about somebody in person was asked for. */
  readonly personal?: boolean;
  /**
   * Whether the records must stand by themselves, as an export must: links to anything outside them are cut, and to what is privileged they
   * lead to a slip sheet, as long as it goes to nobody beyond outside counsel.
   */
  readonly alone: boolean;
}

/** Something marked for the agency may go to the agency and to everybody nearer to us, and no further. */
const reaches = (marked: Audience, audience: Audience): boolean => audiences.indexOf(marked) >= audiences.indexOf(audience);

/**
 * Why something with this audience and privilege stays, or null when it may go. What is for named recipients goes to one of them and to nobody else, near or far. Privilege holds back even from ourselves unless it was
 * asked for: a file on a disk is easily passed on. Beyond outside counsel privileged content never goes this way at all, asked for or not.
 */
export function whyWithheld(audience: Audience, privilege: Privilege, allowed: Allowed, named?: readonly string[]): WhyWithheld | null {
  if (named) {
    const { recipient } = allowed;
    if (recipient === undefined || !named.some((name) => samePerson(name, recipient))) return 'named';
  } else if (!reaches(audience, allowed.audience)) return 'audience';
  if (privilege === 'none') return null;
  if (allowed.privileged && amongUs(allowed.audience)) return null;
  return privilege === 'under_review' ? 'under_review' : 'privileged';
}

/**
 * What may leave: the records with what may not go taken out, and the list of what was. A record whose required field stays, stays itself;
 * so does one that cannot stand without a record that stays. Sealed kinds always stay.
 */
export function withhold(records: readonly AnyRecord[], allowed: Allowed): { records: AnyRecord[]; withheld: Withheld[] } {
  const withheld: Withheld[] = [];
  const staying: AnyRecord[] = [];
  let kept: AnyRecord[] = [];
  for (const record of records) {
    const definition = kindNamed(record.kind);
    const why = !definition || definition.compartment ? 'sealed' : whyWithheld(record.audience, record.privilege, allowed, record.named);
    if (why !== null || !definition) {
      withheld.push({ number: record.number, why: why ?? 'sealed' });
      if (why === 'privileged' || why === 'under_review') staying.push(record);
      continue;
    }
    const taken: Withheld[] = [];
    const fields = allowedFields(definition.fields, record.fields, allowed, (field, reason) => taken.push({ number: record.number, field, why: reason }));
    if (fields === undefined) {
      withheld.push({ number: record.number, why: taken.at(-1)?.why ?? 'privileged' });
      staying.push(record);
    } else {
      withheld.push(...taken);
      kept.push({ ...record, fields });
    }
  }
  if (allowed.alone) kept = standingAlone(amongUs(allowed.audience) ? withSlips(kept, staying) : kept, withheld);
  return { records: kept, withheld };
}

/** The records, and a slip sheet for each of `staying` that one of them, or another slip, leads to; in the order they came in. */
function withSlips(kept: readonly AnyRecord[], staying: readonly AnyRecord[]): AnyRecord[] {
  const missing = new Map(staying.map((record) => [record.id, record]));
  const all = [...kept];
  for (let at = 0; at < all.length; at++) {
    const record = all[at];
    if (!record) continue;
    const targets = [...linksIn(kindNamed(record.kind)?.fields ?? {}, record.fields).map((link) => link.to), ...(record.caseId === null ? [] : [record.caseId])];
    for (const target of targets) {
      const stays = missing.get(target);
      if (!stays || !missing.delete(target)) continue;
      all.push(slipSheet(stays));
    }
  }
  return all;
}

/** Cuts links to what is not there; what cannot stand without one falls out too, and so on until nothing more falls. */
function standingAlone(records: readonly AnyRecord[], withheld: Withheld[]): AnyRecord[] {
  let kept = [...records];
  for (let before = -1; before !== kept.length; ) {
    before = kept.length;
    const stays = new Set(kept.map((record) => record.id));
    kept = kept.flatMap((record) => {
      // A case that stays back is named to nobody; what belongs to it can stand in none.
      const placed = record.caseId === null || stays.has(record.caseId) ? record : { ...record, caseId: null };
      const cut = withoutLinks(placed, (id) => stays.has(id));
      if (cut === undefined) withheld.push({ number: record.number, why: 'needs-withheld' });
      return cut === undefined ? [] : [cut];
    });
  }
  return kept;
}

type Values = Readonly<Record<string, unknown>>;

/** The fields that may go, to any depth; undefined when a required one may not. */
function allowedFields(fields: Fields, values: Values, allowed: Allowed, tell: (field: string, why: WhyWithheld) => void, within = ''): Values | undefined {
  return mapped(fields, values, within, (field, value, name) => {
    if (field.personal && allowed.personal !== true) {
      tell(name, 'personal');
      return undefined;
    }
    const why = field.audience === undefined && field.privilege === undefined ? null : whyWithheld(field.audience ?? 'public', field.privilege ?? 'none', allowed);
    if (why !== null) {
      tell(name, why);
      return undefined;
    }
    return nested(field, value, (inner, of) => allowedFields(inner, of, allowed, tell, `${name}.`));
  });
}

/** The record without the links that `may` does not let stand; undefined when a required one is among them. */
function withoutLinks(record: AnyRecord, may: (id: string) => boolean): AnyRecord | undefined {
  const definition = kindNamed(record.kind);
  if (!definition) return undefined;
  const fields = linksChanged(definition.fields, record.fields, (id) => (may(id) ? id : undefined));
  return fields === undefined ? undefined : { ...record, fields };
}

/** Groups and rows through `each`; a row that cannot stand falls out, a group that cannot takes its field with it. */
function nested(field: Field, value: unknown, each: (fields: Fields, values: Values) => Values | undefined): unknown {
  const inner = field.fields;
  if (!inner) return value;
  // Proof of the casts: the kind's own schema made groups objects and rows lists of objects.
  if (Array.isArray(value)) return (value as Values[]).map((row) => each(inner, row)).filter((row) => row !== undefined);
  return each(inner, value as Values);
}

/** Each value of `values` through `change`; undefined drops an optional one, and makes the whole undefined for a required one. */
function mapped(fields: Fields, values: Values, within: string, change: (field: Field, value: unknown, name: string) => unknown): Values | undefined {
  const made: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const field = fields[name];
    if (!field || value === undefined) continue;
    const changed = change(field, value, within + name);
    if (changed !== undefined) made[name] = changed;
    else if (field.required) return undefined;
  }
  return made;
}
