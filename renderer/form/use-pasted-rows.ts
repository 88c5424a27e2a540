import { useEffect, useRef, useState } from 'react';
import type { Contract } from '../../shared/contract/contract.ts';
import { longestCell, mostPastedColumns, mostPastedRows } from '../../shared/contract/clipboard.ts';
import type { Asked, Reply } from '../../shared/contract/wire.ts';
import type { Failure } from '../../shared/failure/failure.ts';
import { vault } from '../bridge.ts';
import type { Cells } from '../handed/cells.ts';
import { handedIn } from '../handed/source.ts';
import { pasting as words } from '../words/pasting.ts';

export type ReadRows = Reply<Contract, 'rows.read'>;
type Choices = Pick<Asked<Contract, 'rows.read'>, 'heading' | 'columns' | 'constants'>;

/** The table in what is pasted, as far as a form takes one; a sentence where it is too large, null where there is none. */
export function rowsIn(given: DataTransfer): Cells | { readonly refused: string } | null {
  const handed = handedIn(given);
  if (handed?.source !== 'rows') return null;
  const { cells } = handed;
  if (cells === null || cells.some((row) => row.length > mostPastedColumns || row.some((cell) => cell.length > longestCell))) return { refused: words.tooLarge };
  return cells.length > mostPastedRows + 1 ? { refused: words.tooMany(mostPastedRows) } : cells;
}

/** Pasted cells as rows of a list, read anew by the vault with every choice; only the newest answer counts. */
export function usePastedRows(about: Pick<Asked<Contract, 'rows.read'>, 'kind' | 'path' | 'caseId'>, cells: Cells) {
  const [choices, setChoices] = useState<Choices>({});
  const [read, setRead] = useState<ReadRows | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(true);
  const place = useRef(about);
  useEffect(() => {
    let stale = false;
    setBusy(true);
    void vault.ask('rows.read', { ...place.current, rows: cells.map((row) => [...row]), ...choices }).then((answer) => {
      if (stale) return;
      setBusy(false);
      setRead(answer.ok ? answer.reply : null);
      setFailure(answer.ok ? null : answer.failure);
    });
    return () => void (stale = true);
  }, [cells, choices]);
  return { read, failure, busy, choose: (part: Choices) => setChoices((now) => ({ ...now, ...part })) };
}
