import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Refused, refuse, type Failure } from '../../shared/failure/failure.ts';
import { takeIn, type IntakeDesk, type IntakeSetting, type TakenIn } from './intake.ts';
import type { LoadField } from '../../shared/records/views/load-columns.ts';
import { loadRows, readLoadRows, type LoadRow } from './load-file-rows.ts';
import { stopClassified } from './look-at-file.ts';
import type { PageImage } from './opticon.ts';
import { mostReadBytes } from './read-file.ts';
import { plainText } from './reader/plain.ts';
import { reading, type FileReading } from './reader/reading.ts';
import type { TableRow } from './reader/table.ts';
import type { SourceFile } from './source-file.ts';
import type { Volume } from './volume.ts';

export interface LoadFile {
  readonly name: string;
  readonly rows: readonly TableRow[];
  /** Page images of an .OPT file beside it. */
  readonly images: readonly PageImage[];
  /** What its paths lead to. */
  readonly volume: Volume;
  /** What its columns say; by their names when left out. */
  readonly columns?: readonly (LoadField | null)[] | undefined;
}
/** What became of one line: the item, or why there is none. */
export interface Loaded {
  readonly line: number;
  readonly control: string;
  /** As the load file writes it. */
  readonly path: string;
  readonly taken: TakenIn | null;
  readonly failure: Failure | null;
}

/**
 * Takes in what a load file lists (Concordance .DAT, or the same as CSV; Opticon .OPT): each file an item with its number, custodian and path, attached to its parent, an
 * act of its own. The text file that it names gives the item's words. The digests it gives are checked before anything is stored, and kept as received. A path that leads out of the root, a file that is not there, or
 * a digest that differs refuses that line and no other; what is wrong with the load file itself refuses all of it, `import-malformed` by line.
 */
export async function* takeInLoadFile(desk: IntakeDesk, load: LoadFile, setting: IntakeSetting): AsyncGenerator<Loaded> {
  const rows = loadRows(load.rows, load.name, load.columns);
  const { volume } = load;
  const pages = imagesByDocument(load.images);
  const items = new Map<string, string>();
  for (const row of parentsFirst(rows, load.name)) {
    if (setting.signal?.aborted) refuse({ code: 'cancelled' });
    const parent = row.parent === null ? undefined : items.get(row.parent);
    const images = pages.get(row.control) ?? [];
    // Without its native file a document is its first page image; the others are attached to it.
    const first = row.native === '' ? images[0] : undefined;
    const said = row.text === '' ? null : await wordsOf(volume, row.text);
    const words = said !== null && 'reading' in said ? said.reading : undefined;
    const loaded = await one(desk, volume, first?.path ?? row.native, row, { ...setting, ...settingOf(row, setting), family: parent, words });
    yield { line: row.line, control: row.control, ...loaded };
    // The file itself is evidence whether or not its text came with it; that it did not is told by its line.
    if (said !== null && 'failure' in said) yield { line: row.line, control: row.control, path: row.text, taken: null, failure: said.failure };
    if (!loaded.taken) continue;
    items.set(row.control, loaded.taken.id);
    for (const image of images.filter((page) => page !== first)) {
      const page = await one(
        desk,
        volume,
        image.path,
        { ...row, digests: {} },
        { ...setting, ...settingOf(row, setting), words: undefined, more: { bates: image.key, title: `${image.key} (page image)` }, family: loaded.taken.id },
      );
      yield { line: image.line, control: image.key, ...page };
    }
  }
}

function settingOf(row: LoadRow, setting: IntakeSetting): Partial<IntakeSetting> {
  return {
    custodian: row.custodian === '' ? setting.custodian : row.custodian,
    system: row.system === '' ? setting.system : row.system,
    // The load file lists attachments by itself.
    unfold: false,
    more: {
      bates: row.end === '' || row.end === row.control ? row.control : `${row.control}–${row.end}`,
      ...(row.title !== '' && { title: row.title.replace(/\s+/g, ' ') }),
      ...(row.date !== null && { date: { certainty: 'exact', day: row.date } }),
      ...(row.sourcePath !== '' && { sourcePath: row.sourcePath }),
      ...(row.digests.md5 !== undefined && { md5: row.digests.md5 }),
      ...(row.digests.sha1 !== undefined && { sha1: row.digests.sha1 }),
    },
  };
}

/**
 * The folder that the paths of a load file start from: its own, or the one above where a volume keeps its load files in a folder of their own beside
 * the rest (domain.md §1.12). The first file that is listed says which, by being there.
 */
export async function rootOf(folder: string, { rows, images }: Pick<LoadFile, 'rows' | 'images'>): Promise<string> {
  const first = readLoadRows(rows).rows.find((row) => row.native !== '')?.native ?? images[0]?.path;
  const above = /^(data|load|loadfiles?)$/i.test(path.basename(folder)) ? path.dirname(folder) : folder;
  const there = first !== undefined && (await stat(path.join(folder, first.replaceAll('\\', '/'))).catch(() => null)) !== null;
  return there ? folder : above;
}

/** The page images of each document, in their order. */
export function imagesByDocument(images: readonly PageImage[]): ReadonlyMap<string, readonly PageImage[]> {
  const of = new Map<string, PageImage[]>();
  for (const image of images) {
    const own = of.get(image.document);
    if (own) own.push(image);
    else of.set(image.document, [image]);
  }
  return of;
}

/** Deepest family: an attachment of an attachment and so on. */
const deepest = 50;

/** Rows in such an order that what a row is attached to comes before it. Refuses `import-malformed` for a parent that is not listed, or for a circle. */
export function parentsFirst(rows: readonly LoadRow[], file: string): LoadRow[] {
  const known = new Map(rows.map((row) => [row.control, row]));
  const done = new Set<string>();
  const ordered: LoadRow[] = [];
  const put = (row: LoadRow, above: ReadonlySet<string>): void => {
    if (done.has(row.control)) return;
    if (above.size > deepest) refuse({ code: 'import-malformed', file, line: row.line, why: `it is attached more than ${deepest} deep` });
    if (above.has(row.control)) refuse({ code: 'import-malformed', file, line: row.line, why: `${row.control.slice(0, 60)} is attached to itself by way of others` });
    const parent =
      row.parent === null
        ? undefined
        : (known.get(row.parent) ?? refuse({ code: 'import-malformed', file, line: row.line, why: `it is attached to ${row.parent.slice(0, 60)}, which is not listed` }));
    if (parent) put(parent, new Set([...above, row.control]));
    done.add(row.control);
    ordered.push(row);
  };
  for (const row of rows) put(row, new Set());
  return ordered;
}

async function one(desk: IntakeDesk, volume: Volume, listed: string, row: LoadRow, setting: IntakeSetting): Promise<Pick<Loaded, 'path' | 'taken' | 'failure'>> {
  let source: SourceFile | undefined;
  try {
    if (listed === '') refuse({ code: 'intake-refused', file: row.control, why: 'the load file names no file for it' });
    source = await volume.open(listed);
    await checkDigests(source, row);
    if (setting.words) stopClassified(row.control, setting.words.text);
    return {
      path: listed,
      taken: await takeIn(desk, row.filename === '' ? source : { ...source, name: path.basename(row.filename.replaceAll('\\', '/')) }, setting),
      failure: null,
    };
  } catch (thrown) {
    if (!(thrown instanceof Refused) || thrown.failure.code === 'cancelled') throw thrown;
    return { path: listed, taken: null, failure: thrown.failure };
  } finally {
    await source?.close();
  }
}

/** The words that a text file of the load file gives (TEXTPATH): of a page image there are no others. Classified material in it is stopped where it is looked at, with its item. */
async function wordsOf(volume: Volume, listed: string): Promise<{ readonly reading: FileReading } | { readonly failure: Failure }> {
  let source: SourceFile | undefined;
  try {
    source = await volume.open(listed);
    if (source.bytes > mostReadBytes) refuse({ code: 'intake-refused', file: source.name, why: `its text is larger than ${mostReadBytes / 1048576} MB` });
    const chunks: Uint8Array[] = [];
    for await (const chunk of source.read()) chunks.push(chunk.slice());
    const bytes = Buffer.concat(chunks);
    const text = plainText(bytes) ?? refuse({ code: 'intake-refused', file: source.name, why: 'the load file gives it as the text, and it is not text' });
    return { reading: reading(text, null) };
  } catch (thrown) {
    if (!(thrown instanceof Refused) || thrown.failure.code === 'cancelled') throw thrown;
    return { failure: thrown.failure };
  } finally {
    await source?.close();
  }
}

/** Refuses `intake-refused` where the bytes are not those whose digest the load file gives. */
export async function checkDigests(source: SourceFile, { digests, line }: LoadRow): Promise<void> {
  const wanted = Object.entries(digests);
  if (wanted.length === 0) return;
  const hashes = wanted.map(([name]) => createHash(name));
  for await (const chunk of source.read()) for (const hash of hashes) hash.update(chunk);
  for (const [at, [name, digest]] of wanted.entries())
    if (hashes[at]?.digest('hex') !== digest)
      refuse({ code: 'intake-refused', file: source.name, why: `its ${name.toUpperCase()} is not the one in line ${line} of the load file` });
}
