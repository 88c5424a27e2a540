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

/** These records as they stand at this entry, where all of them were read already; else null. */
function known(numbers: readonly string[], asOf: number | null, seq: number): readonly Whole[] | null {
  if (numbers.length === 0) return none;
  if (read.at !== `${asOf} ${seq}`) return null;
  const found = numbers.flatMap((number) => read.records.get(number) ?? []);
  return found.length === numbers.length ? found : null;
}

/** Gives those of `numbers` that can be read, in their order; asks only for those that this page did not read before. */
async function wholes(numbers: readonly string[], asOf: number | null, seq: number): Promise<readonly Whole[]> {
  const at = `${asOf} ${seq}`;
  if (read.at !== at) read = { at, records: new Map() };
  const { records } = read;
  const found = new Map<string, Whole>();
  for (const number of numbers) {
    const known = records.get(number);
    if (known) found.set(number, known);
  }
  const missing = numbers.filter((number) => !found.has(number));
  for (let from = 0; from < missing.length; from += together) {
    const answer = await vault.ask('records.several', { numbers: missing.slice(from, from + together), ...(asOf !== null && { asOf }) });
    for (const whole of answer.ok ? answer.reply.records : []) {
      found.set(whole.record.number, whole);
      if (records.size >= remembered) records.delete(records.keys().next().value ?? '');
      records.set(whole.record.number, whole);
    }
  }
  return numbers.flatMap((number) => found.get(number) ?? []);
}

/** Whole records by number; those that cannot be read are left out. Read again when something changes, the old ones standing meanwhile, but not those of another time. */
export function useRecords(numbers: readonly string[]): readonly Whole[] {
  const asOf = useScreen((now) => now.asOf);
  const seq = useScreen((now) => now.seq);
  const [found, setFound] = useState<{ readonly asOf: number | null; readonly all: readonly Whole[] }>({ asOf, all: none });
  const key = numbers.join(' ');
  const there = useMemo(() => known(key === '' ? none : key.split(' '), asOf, seq), [key, asOf, seq]);
  useEffect(() => {
    if (there !== null) return setFound((was) => (was.asOf === asOf && was.all === there ? was : { asOf, all: there }));
    let wanted = true;
    void wholes(key.split(' '), asOf, seq).then((all) => {
      if (wanted) setFound((was) => (was.asOf === asOf && was.all.length === 0 && all.length === 0 ? was : { asOf, all }));
    });
    return () => {
      wanted = false;
    };
  }, [key, there, asOf, seq]);
  return there ?? (found.asOf === asOf ? found.all : none);
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
