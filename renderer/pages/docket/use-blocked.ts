import { useMemo } from 'react';
import type { SlimRow } from '../../../shared/contract/contract.ts';
import { kindNamed, kinds } from '../../../shared/records/kinds.ts';
import { useRecords, type Whole } from '../../answers/use-records.ts';

const stuck: readonly string[] = ['blocked', 'quarantined', 'tolled', 'enforcement'];
/** Kinds of which a record can be stuck. */
export const stuckKinds: readonly string[] = Object.values(kinds)
  .filter(({ kind, states }) => kind === 'remediation_step' || stuck.some((state) => state in states))
  .map(({ kind }) => kind);
/** Work that may wait for other work without anybody having said so. */
const waiting = (row: SlimRow): boolean => row.kind === 'remediation_step' && !['implemented', 'deferred'].includes(row.state);
/** The most that are read whole. */
const most = 120;

export interface Blocked {
  readonly row: SlimRow;
  /** Numbers of what has to be done first and is still open. */
  readonly waitsFor: readonly string[];
  /** What stands in the way, as somebody wrote it. */
  readonly why: string;
}

/** What cannot go on, and by what: in a state that says so, or waiting for something that is still open. */
export function useBlocked(rows: readonly SlimRow[]): readonly Blocked[] {
  const asked = useMemo(() => rows.filter((row) => stuck.includes(row.state) || waiting(row)).slice(0, most), [rows]);
  const numbers = useMemo(() => asked.map((row) => row.number), [asked]);
  const wholes = useRecords(numbers);
  return useMemo(() => {
    const read = new Map(wholes.map((one) => [one.record.id, one]));
    return asked
      .map((row) => ({ row, waitsFor: openBefore(read.get(row.id)), why: written(read.get(row.id)?.record.fields['blockedBy']) }))
      .filter(({ row, waitsFor }) => stuck.includes(row.state) || waitsFor.length > 0);
  }, [asked, wholes]);
}

const written = (value: unknown): string => (typeof value === 'string' ? value : '');
const openBefore = (whole: Whole | undefined): readonly string[] => [
  ...new Set((whole?.links ?? []).filter((link) => link.role === 'depends_on' && kindNamed(link.kind)?.states[link.state]?.closed !== true).map((link) => link.number)),
];
