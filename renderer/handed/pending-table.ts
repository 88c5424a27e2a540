import { csvOf, type Cells } from './cells.ts';
import { go } from '../screen/route.ts';
import { handed as words } from '../words/handed.ts';

const asked = 'cordon-import-table';
let waiting: File | null = null;

/** Goes to the import of a kind with these cells as its file. */
export function importCells(cells: Cells, kind: string): void {
  waiting = new File([csvOf(cells)], words.rowsFile, { type: 'text/csv' });
  go({ page: 'import', kind });
  dispatchEvent(new Event(asked));
}

/** Has `take` called with a table that was pasted, also when that was before the page was there. */
export function onPastedTable(take: (file: File) => void): () => void {
  const now = (): void => {
    const file = waiting;
    waiting = null;
    if (file) take(file);
  };
  addEventListener(asked, now);
  now();
  return () => removeEventListener(asked, now);
}
