import { useEffect, useRef } from 'react';
import * as z from 'zod';
import { useKeptWords } from '../../form/use-kept-words.ts';
import { KeptNote } from '../../ui/kept-note.tsx';
import { importing as words } from '../../words/exchange.ts';
import { Mapping } from './mapping.tsx';
import type { Choice, Plan } from './use-import.ts';

type Table = NonNullable<Plan['table']>;
const shape = z.object({ heading: z.array(z.string()), columns: z.array(z.string().nullable()), constants: z.record(z.string(), z.string()) });
type Kept = z.infer<typeof shape>;

/**
 * Which column fills what, and what was typed for every row: kept like the words of a dialog under the name of the file, because the file itself has to be chosen again. It comes back where the same
 * columns come again. `onEnd` is given what throws it away once the rows are in.
 */
export function KeptMapping({
  file,
  kind,
  table,
  choose,
  onEnd,
}: {
  file: string;
  kind: string;
  table: Table;
  choose: (part: Pick<Choice, 'columns' | 'constants'>) => void;
  onEnd: (end: () => Promise<void>) => void;
}) {
  const { heading, columns, constants } = table;
  const start: Kept = { heading, columns, constants };
  const kept = useKeptWords<Kept>({ dialog: 'import-table', about: [file, String(table.sheet)], kind, title: words.keptTitle(file), inPage: true }, shape, start, ['constants']);
  const { restoredAt } = kept;
  onEnd(kept.end);
  const given = useRef({ start, words: kept.words, choose });
  given.current = { start, words: kept.words, choose };
  useEffect(() => {
    const { start: asRead, words: found, choose: again } = given.current;
    if (restoredAt === null || JSON.stringify(found.heading) !== JSON.stringify(asRead.heading) || JSON.stringify(found) === JSON.stringify(asRead)) return;
    again({ columns: found.columns, constants: found.constants });
    // Once, when it is known what was kept.
  }, [restoredAt]);
  return (
    <>
      <KeptNote
        kept={{
          ...kept,
          clear: () => {
            kept.clear();
            choose({ columns: undefined, constants: undefined });
          },
        }}
      />
      <Mapping
        table={table}
        onColumns={(next) => {
          kept.set({ heading, columns: next });
          choose({ columns: next });
        }}
        onConstants={(next) => {
          kept.set({ heading, columns, constants: next });
          choose({ constants: next });
        }}
        onTyped={(next) => kept.set({ heading, columns, constants: next })}
      />
    </>
  );
}
