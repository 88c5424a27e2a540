import { Refused, refuse } from '../../shared/failure/failure.ts';
import { sentenceOf } from '../../shared/failure/sentences.ts';
import { guessLoadColumns, type LoadField } from '../../shared/records/views/load-columns.ts';
import { checkDigests, imagesByDocument, parentsFirst, type LoadFile } from './load-file.ts';
import { readLoadRows, type LoadFault, type LoadRow } from './load-file-rows.ts';
import type { Volume } from './volume.ts';

/** What taking in a load file would come to. */
export interface LoadPlan {
  readonly heading: readonly string[];
  /** The first value of each column. */
  readonly samples: readonly string[];
  readonly columns: readonly (LoadField | null)[];
  readonly rows: readonly LoadRow[];
  /** Page images that are listed beside it. */
  readonly images: number;
  readonly faults: readonly LoadFault[];
  /** Every path that it names, as it is written. */
  readonly wanted: readonly string[];
}
export interface LoadPlanSetting {
  readonly columns?: readonly (LoadField | null)[] | undefined;
  /** Where its files are looked for; without it nobody looks. */
  readonly volume?: Volume | undefined;
  /** Whether the digests it gives are held against the bytes: that reads all of them. */
  readonly digests?: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly tell?: (done: number, of: number, control: string) => void;
}

/** Looks at a load file without taking anything in: its columns, its documents, and everything that would go wrong, by line and column. Refuses `cancelled`. */
export async function planLoadFile({ name, rows: table, images }: Pick<LoadFile, 'name' | 'rows' | 'images'>, setting: LoadPlanSetting): Promise<LoadPlan> {
  const heading = table[0]?.cells ?? [];
  const columns = setting.columns ?? guessLoadColumns(heading);
  const { rows, faults } = readLoadRows(table, columns);
  const all = [...faults];
  if (faults.length === 0) {
    const circle = await faultOf(() => parentsFirst(rows, name));
    if (circle !== null) all.push(circle);
  }
  const pages = imagesByDocument(images);
  const column = (field: LoadField): string | null => heading[columns.indexOf(field)] ?? null;
  const look = async (line: number, listed: string, at: string | null, row?: LoadRow): Promise<void> => {
    const { volume } = setting;
    if (volume === undefined || listed === '') return;
    const fault = await faultOf(async () => {
      const source = await volume.open(listed);
      try {
        if (row && setting.digests === true) await checkDigests(source, row);
      } finally {
        await source.close();
      }
    });
    if (fault !== null) all.push({ line, column: at, why: fault.why });
  };
  for (const [done, row] of rows.entries()) {
    if (setting.signal?.aborted) refuse({ code: 'cancelled' });
    setting.tell?.(done, rows.length, row.control);
    const own = pages.get(row.control) ?? [];
    if (row.native === '' && own.length === 0) all.push({ line: row.line, column: column('native'), why: 'the load file names no file for it' });
    await look(row.line, row.native, column('native'), row);
    await look(row.line, row.text, column('text'));
    for (const image of own) await look(row.line, image.path, null);
  }
  const known = new Set(rows.map((row) => row.control));
  for (const [document, [first]] of pages)
    if (!known.has(document) && rows.length > 0)
      all.push({ line: first?.line ?? 1, column: null, why: `the page images list ${document.slice(0, 60)}, which is no document of the load file` });
  return {
    heading,
    samples: heading.map(
      (_, at) =>
        table
          .slice(1)
          .find((row) => (row.cells[at] ?? '') !== '')
          ?.cells[at]?.slice(0, 200) ?? '',
    ),
    columns,
    rows,
    images: images.length,
    faults: all,
    wanted: [...new Set([...rows.flatMap((row) => [row.native, row.text]), ...images.map((image) => image.path)].filter((listed) => listed !== ''))],
  };
}

/** What stops `work`, as a fault of the file; null when nothing does. Throws `cancelled` and what is no failure. */
async function faultOf(work: () => unknown): Promise<LoadFault | null> {
  try {
    await work();
    return null;
  } catch (thrown) {
    if (!(thrown instanceof Refused) || thrown.failure.code === 'cancelled') throw thrown;
    const { failure } = thrown;
    return { line: ('line' in failure ? failure.line : undefined) ?? 1, column: null, why: 'why' in failure ? failure.why : sentenceOf(failure) };
  }
}
