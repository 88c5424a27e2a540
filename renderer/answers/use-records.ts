import { useEffect, useMemo, useState } from 'react';
import type { z } from 'zod';
import type { contract } from '../../shared/contract/contract.ts';
import { kinds, isKind, type KindName, type RecordOf } from '../../shared/records/kinds.ts';
import { vault } from '../bridge.ts';
import { useScreen } from '../screen/screen.ts';

export type Whole = z.output<(typeof contract)['records.get']['reply']>;

/** Whole records already read, by number, as they stood at one entry in the time shown: what was read at another is let go. */
let read: { readonly at: string; readonly records: Map<string, Whole> } = { at: '', records: new Map() };
/** The most that is remembered: a docket, a case's matrix, its orders and its requests. */
const remembered = 1_000;
/** As many as one question may name. */
const together = 500;

const placeOf = (asOf: number | null): string => `${asOf} ${useScreen.getState().seq}`;
/** What is read at this place; at a new one nothing yet. */
function readAt(at: string): Map<string, Whole> {
  if (read.at !== at) read = { at, records: new Map() };
  return read.records;
}
function remember(at: string, wholes: readonly Whole[]): void {
  const records = readAt(at);
  for (const whole of wholes) {
    records.delete(whole.record.number);
    if (records.size >= remembered) records.delete(records.keys().next().value ?? '');
    records.set(whole.record.number, whole);
  }
}

/** These records as they stand at this entry, where all of them were read already; else null. */
function known(numbers: readonly string[], asOf: number | null): readonly Whole[] | null {
  if (numbers.length === 0) return none;
  const at = placeOf(asOf);
  if (read.at !== at) return null;
  const found = numbers.flatMap((number) => read.records.get(number) ?? []);
  return found.length === numbers.length ? found : null;
}

/** Records that were read by one question, with the print of its answer; empty where several brought them. */
interface Read {
  readonly all: readonly Whole[];
  readonly print: string;
}

/**
 * Those of `numbers` that can be read, in their order: `before` itself where nothing of them has changed, and of what has not changed the same objects. Asks only for
 * those that no part of the page has read at this entry.
 */
async function wholes(numbers: readonly string[], asOf: number | null, before: Read): Promise<Read> {
  const at = placeOf(asOf);
  const there = new Map(readAt(at));
  const missing = numbers.filter((number) => !there.has(number));
  const atOnce = missing.length === numbers.length && numbers.length <= together;
  let print = '';
  for (let from = 0; from < missing.length; from += together) {
    const told = await vault.renew('records.several', { numbers: missing.slice(from, from + together), ...(asOf !== null && { asOf }) }, atOnce ? before.print : '');
    if (told.same) {
      if (placeOf(asOf) === at) remember(at, before.all);
      return before;
    }
    if (atOnce) print = told.print;
    for (const whole of told.answer.ok ? told.answer.reply.records : []) there.set(whole.record.number, whole);
  }
  const was = new Map(before.all.map((whole) => [whole.record.number, whole]));
  const all = numbers.flatMap((number) => {
    const [now, old] = [there.get(number), was.get(number)];
    if (now === undefined) return [];
    return [old !== undefined && old !== now && JSON.stringify(old) === JSON.stringify(now) ? old : now];
  });
  if (placeOf(asOf) === at) remember(at, all);
  const same = all.length === before.all.length && all.every((whole, i) => whole === before.all[i]);
  return { all: same ? before.all : all, print };
}

/** Whole records by number; those that cannot be read are left out. Read again when something changes, the old ones standing meanwhile, but not those of another time; what comes to the same stays the same. */
export function useRecords(numbers: readonly string[]): readonly Whole[] {
  const asOf = useScreen((now) => now.asOf);
  const [found, setFound] = useState<{ readonly key: string; readonly asOf: number | null; readonly all: readonly Whole[] }>({ key: '', asOf, all: none });
  const key = numbers.join(' ');
  const there = useMemo(() => known(key === '' ? none : key.split(' '), asOf), [key, asOf]);
  useEffect(() => {
    if (key === '') return setFound((was) => (was.all.length === 0 && was.asOf === asOf ? was : { key, asOf, all: none }));
    let turn = 0;
    let mine: Read = { all: none, print: '' };
    const renew = (): void => {
      const asked = ++turn;
      void wholes(key.split(' '), asOf, mine).then((now) => {
        if (asked !== turn) return;
        mine = now;
        setFound((was) => (was.asOf === asOf && was.key === key && was.all === now.all ? was : { key, asOf, all: now.all }));
      });
    };
    renew();
    const deaf = useScreen.subscribe((now, before) => {
      if (now.seq !== before.seq) renew();
    });
    return () => {
      turn = -1;
      deaf();
    };
  }, [key, asOf]);
  if (found.key !== key && there !== null) return there;
  return found.asOf === asOf ? found.all : none;
}
const none: readonly never[] = [];

/** The records of one kind among `all`, with their fields typed. */
export function ofKind<K extends KindName>(all: readonly Whole[], kind: K): readonly (Whole & { record: RecordOf<K> })[] {
  return all.filter((one): one is Whole & { record: RecordOf<K> } => isKind(one.record, kind));
}

/** How linked records are called, by id. */
export interface Named {
  readonly number: string;
  readonly title: string;
  readonly kind: string;
  readonly state: string;
}
export function useNames(whole: Whole | null): ReadonlyMap<string, Named> {
  return useMemo(() => new Map([...(whole?.linkedFrom ?? []), ...(whole?.links ?? [])].map((link) => [link.id, link])), [whole]);
}

export const kindLabel = (kind: string): string => (Object.hasOwn(kinds, kind) ? ((kinds as Record<string, { label: string }>)[kind]?.label ?? kind) : kind);
