import { useLiveQuery } from 'dexie-react-hooks';
import type { SlimRow } from '../../shared/contract/contract.ts';
import { useAnswer } from '../answers/use-answer.ts';
import { useScreen } from '../screen/screen.ts';
import { workingSet } from './keep.ts';

/**
 * Open records, of all kinds or of some. From the working set once it is there; the first page, and every page of the past, straight from the vault.
 * `total` is what there is, `rows` what is held.
 */
export function useOpenRows(kinds?: readonly string[]): { readonly rows: readonly SlimRow[]; readonly ready: boolean } {
  const asOf = useScreen((now) => now.asOf);
  const held = useLiveQuery(async () => {
    const rows = kinds === undefined ? await workingSet.rows.toArray() : await workingSet.rows.where('kind').anyOf([...kinds]).toArray();
    return rows.filter((row) => !row.closed);
  }, [kinds?.join()]);
  const fromVault = asOf !== null || held === undefined || held.length === 0;
  const first = useAnswer('records.list', fromVault ? { closed: false, sort: 'due', limit: asOf === null ? 200 : 2000 } : null);
  if (!fromVault) return { rows: held, ready: true };
  const rows = first.reply?.rows ?? [];
  return { rows: kinds === undefined ? rows : rows.filter((row) => kinds.includes(row.kind)), ready: first.reply !== null };
}
