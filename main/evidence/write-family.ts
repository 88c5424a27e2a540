import type { RecordOf } from '../../shared/records/kinds.ts';
import type { Writing } from '../records/writing.ts';
import type { StoredBlob } from '../vault/vault.ts';
import type { IntakeDesk, TakenIn } from './intake.ts';
import type { Held, HeldBack, Whole } from './reader/read.ts';
import type { FileReading } from './reader/reading.ts';
import type { SourceFile } from './source-file.ts';
import { letGo } from './let-go.ts';
import { writeItem, type ItemSetting } from './write-item.ts';

type Item = RecordOf<'evidence_item'>;
type Desk = Pick<IntakeDesk, 'vault' | 'clock'>;

/** The item of the file and of everything in it, parents before their children, with a pause now and then. The first of `stored` is the file itself. */
export function* writeFamily(
  desk: Desk,
  writing: Writing,
  source: Pick<SourceFile, 'name' | 'path' | 'modified'>,
  stored: readonly StoredBlob[],
  { reading, held, refused }: Whole,
  setting: ItemSetting,
): Generator<void, TakenIn> {
  const [blob = missing(), ...inside] = stored;
  const own = writeItem(desk.vault.blobs, desk.clock().zone, writing, { name: source.name, stored: blob, reading, path: source.path, modified: source.modified }, setting);
  const { item: _item, more: _more, family: _family, ...labels } = setting;
  const children = yield* writeInside(desk, writing, { item: own.item, path: source.path ?? source.name }, { held, stored: inside }, labels);
  return { ...told(source.name, blob, reading, own), children, notTakenOut: notTakenOut(held, refused) };
}

/** Items after which memory is given back, and others are let in. */
const lot = 50;

/** The items of what lay in a container whose own item stands, with its labels, and of what lay in those; with a pause after each lot. */
export function* writeInside(
  { vault, clock }: Desk,
  writing: Writing,
  container: { readonly item: Item; readonly path: string },
  { held, stored }: { readonly held: readonly Held[]; readonly stored: readonly StoredBlob[] },
  labels: ItemSetting,
): Generator<void, TakenIn['children']> {
  const { zone } = clock();
  const { audience, named, privilege, privilegeBasis, fields } = container.item;
  const seen = new Set([fields.original?.sha256]);
  const written = held.map((): Item | undefined => undefined);
  const pathWithin = (within: number | null): string => (within === null ? container.path : `${pathWithin(held[within]?.within ?? null)}/${held[within]?.name ?? ''}`);
  const items: TakenIn['children'][number][] = [];
  for (const [at, part] of held.entries()) {
    if (at % lot === lot - 1) {
      yield;
      // In one go V8 would only look at the end for what a thousand records have left behind.
      letGo();
    }
    const blob = stored[at] ?? missing();
    const again = seen.has(blob.sha256);
    seen.add(blob.sha256);
    const parent = part.within === null ? container.item : (written[part.within] ?? missing());
    const made = writeItem(
      vault.blobs,
      zone,
      writing,
      { name: part.name.split('/').at(-1) ?? part.name, stored: blob, reading: part.reading, path: `${pathWithin(part.within)}/${part.name}`, parent, again },
      { ...labels, audience, named, privilege, privilegeBasis },
    );
    written[at] = made.item;
    items.push({ ...told(part.name, blob, part.reading, made), parent: parent.number });
  }
  return items;
}

/** What stayed in a container, by its name within. */
export const notTakenOut = (held: readonly Held[], refused: readonly HeldBack[]): TakenIn['notTakenOut'] =>
  refused.map(({ name, why, within }) => ({ name: within === null ? name : `${held[within]?.name ?? ''}/${name}`, why }));

const told = (name: string, blob: StoredBlob, read: FileReading, { item, same }: ReturnType<typeof writeItem>) => ({
  id: item.id,
  number: item.number,
  name,
  sha256: blob.sha256,
  bytes: blob.bytes,
  reading: read.status,
  sameBytesAs: same ? [same.number] : [],
});

const missing = (): never => {
  throw new Error('a stored file is missing');
};
