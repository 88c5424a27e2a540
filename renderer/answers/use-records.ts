import { useEffect, useMemo, useState } from 'react';
import type { z } from 'zod';
import type { contract } from '../../shared/contract/contract.ts';
import { kinds, isKind, type KindName, type RecordOf } from '../../shared/records/kinds.ts';
import { vault } from '../bridge.ts';
import { useScreen } from '../screen/screen.ts';

export type Whole = z.output<(typeof contract)['records.get']['reply']>;

/** Whole records already read, by what they were asked for: number, the entry they were read at, the time shown. */
const read = new Map<string, Promise<Whole | null>>();
/** The most that is remembered: a case's matrix, its orders and its requests. */
const remembered = 400;

function whole(number: string, asOf: number | null, seq: number): Promise<Whole | null> {
  const key = `${number} ${asOf} ${seq}`;
  const known = read.get(key);
  if (known) return known;
  const asked = vault.ask('records.get', { number, ...(asOf !== null && { asOf }) }).then((answer) => (answer.ok ? answer.reply : null));
  if (read.size >= remembered) read.delete(read.keys().next().value ?? '');
  read.set(key, asked);
  return asked;
}

/** Whole records by number; those that cannot be read are left out. Read again when something changes, the old ones standing meanwhile. */
export function useRecords(numbers: readonly string[]): readonly Whole[] {
  const asOf = useScreen((now) => now.asOf);
  const seq = useScreen((now) => now.seq);
  const [found, setFound] = useState<readonly Whole[]>([]);
  const key = numbers.join(' ');
  useEffect(() => {
    let wanted = true;
    void Promise.all(key === '' ? [] : key.split(' ').map((number) => whole(number, asOf, seq))).then((all) => {
      if (wanted) setFound(all.filter((one) => one !== null));
    });
    return () => {
      wanted = false;
    };
  }, [key, asOf, seq]);
  return found;
}

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
