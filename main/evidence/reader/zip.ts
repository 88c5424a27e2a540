import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { nothingRead, reading, type FileReading } from './reading.ts';
import { Bomb, leadsOut, noParts, shownName, unfolding, type Part, type Parts, type RefusedPart } from './parts.ts';

/** A folder, which holds nothing. */
export const isFolder = (name: string): boolean => /[/\\]$/.test(name);

/** Parts by which office and book formats, which are archives too, are known: they are one document; only whole files embedded in it are taken out. */
export const ofOneDocument = /^(\[Content_Types\]\.xml|mimetype|META-INF\/container\.xml|word\/document\.xml|xl\/workbook\.xml|ppt\/slides\/slide\d+\.xml)$/;
/** Where Word, Excel and PowerPoint keep files that were put into a document: another document, a sheet, an object of an older program. */
const embedded = /^(?:word|xl|ppt)\/embeddings\/[^/]+$/;
/** Unix "symbolic link" in the upper half of the external attributes. */
const linkMode = 0o120000;

export interface Listed {
  readonly entry: Entry;
  readonly name: string;
}

/** The files of a ZIP archive, and its list of names as its words. An office document gives the files embedded in it. */
export async function readZip(bytes: Uint8Array): Promise<{ reading: FileReading; parts: Parts; isDocument: boolean }> {
  let zip: ZipFile | undefined;
  try {
    zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      decodeStrings: false,
      validateEntrySizes: true,
      autoClose: false,
    });
    const listed = await listOf(zip);
    const isDocument = listed.some(({ name }) => ofOneDocument.test(name));
    const files = listed.filter(({ name }) => (isDocument ? embedded.test(name) : !isFolder(name)));
    const { parts, refused } = await taken(zip, files, bytes.length);
    const status = files.length > 0 && refused.length === files.length && refused.every((one) => one.why === encryptedWhy) ? nothingRead('encrypted') : undefined;
    return { reading: status ?? reading(files.map(({ name }) => shownName(name)).join('\n'), files.length), parts: { parts, refused }, isDocument };
  } catch (thrown) {
    if (thrown instanceof Bomb) return { reading: nothingRead('too-large'), parts: { parts: [], refused: [{ name: '', why: thrown.message }] }, isDocument: false };
    return { reading: nothingRead('damaged'), parts: noParts, isDocument: false };
  } finally {
    zip?.close();
  }
}

export async function listOf(zip: ZipFile): Promise<Listed[]> {
  const listed: Listed[] = [];
  for await (const entry of zip.eachEntry()) {
    if (listed.length >= unfolding.files) throw new Bomb(`it holds more than ${unfolding.files} files`);
    // Proof of the cast: with `decodeStrings: false` yauzl gives the bytes of the name.
    const raw = entry.fileName as unknown as Buffer;
    listed.push({ entry, name: yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, true) });
  }
  return listed;
}

export const encryptedWhy = 'it is encrypted';

const mb = (bytes: number): string => `${Math.ceil(bytes / 1048576).toLocaleString('en-US')} MB`;

/** Throws `Bomb` for what the archive claims, before anything is unpacked; what it does is held to the claim. */
export function checkClaims(files: readonly Listed[], archiveBytes: number, most: number): void {
  const claimed = files.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  if (claimed > most) throw new Bomb(`it would unpack to ${mb(claimed)}, and ${mb(most)} is the most`);
  if (claimed > 1048576 && claimed > archiveBytes * unfolding.ratio) throw new Bomb(`it would unpack to more than ${unfolding.ratio.toLocaleString('en-US')} times its size`);
}

/** Why a file of an archive is not taken out of it, or null. */
export function refusalOf({ entry, name }: Listed, most: number): string | null {
  return (
    leadsOut(name) ??
    (entry.isEncrypted() ? encryptedWhy : null) ??
    (((entry.externalFileAttributes >>> 16) & 0o170000) === linkMode ? 'it is a link to somewhere else' : null) ??
    (entry.uncompressedSize > most ? `it would unpack to ${mb(entry.uncompressedSize)}` : null) ??
    (entry.canDecodeFileData() ? null : 'it is packed in a way that is not read here')
  );
}

async function taken(zip: ZipFile, files: readonly Listed[], archiveBytes: number): Promise<{ parts: Part[]; refused: RefusedPart[] }> {
  checkClaims(files, archiveBytes, unfolding.allFiles);
  const parts: Part[] = [];
  const refused: RefusedPart[] = [];
  for (const file of files) {
    const { entry, name } = file;
    const why = refusalOf(file, unfolding.oneFile);
    if (why === null) {
      const content = await contentOf(zip, entry);
      if (content) parts.push({ name: shownName(name.replaceAll('\\', '/')), bytes: content });
      else refused.push({ name: shownName(name), why: 'it is damaged' });
    } else refused.push({ name: shownName(name), why });
  }
  return { parts, refused };
}

/** The bytes of an entry, exactly as many as it claimed (yauzl stops at more); null when they are damaged. */
async function contentOf(zip: ZipFile, entry: Entry): Promise<Uint8Array | null> {
  try {
    const chunks: Buffer[] = [];
    // Proof of the cast: no encoding was set on the stream.
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) chunks.push(chunk);
    return Buffer.concat(chunks);
  } catch {
    return null;
  }
}
