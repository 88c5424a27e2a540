import { unzipSync } from 'fflate';
import { attribute, local, pieces } from './markup.ts';
import { mostCharacters, nothingRead, reading, withFacts, type FileReading } from './reading.ts';

/** A small file can unfold into a very large one. These are far above what office programs write and far below what a job may hold. */
const bomb = { files: 20_000, oneFile: 96 * 1024 * 1024, allFiles: 192 * 1024 * 1024 };

/** Parts that hold words, by what the program that wrote them calls them. */
const parts =
  /^(word\/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml|xl\/(workbook|sharedStrings)\.xml|xl\/(worksheets\/sheet|comments)\d+\.xml|ppt\/(slides\/slide|notesSlides\/notesSlide)\d+\.xml|content\.xml)$/;
/** Parts that say who made the file and when: Dublin Core in OOXML (ECMA-376 part 2, 11) and in OpenDocument (ISO 26300, 4.3). */
const about = /^(docProps\/core\.xml|meta\.xml)$/;

export class TooLarge extends Error {}

/** Words of a Word, Excel, PowerPoint or OpenDocument file; `not-read` for another archive. */
export function readOffice(bytes: Uint8Array): FileReading {
  let unpacked: Record<string, Uint8Array>;
  try {
    unpacked = unpack(bytes, new RegExp(`${parts.source}|${about.source}`));
  } catch (thrown) {
    return nothingRead(thrown instanceof TooLarge ? 'too-large' : 'damaged');
  }
  const names = Object.keys(unpacked)
    .filter((name) => !about.test(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  if (names.length === 0) return nothingRead('not-read');
  const textOf = (name: string): string => new TextDecoder().decode(unpacked[name]);
  const shared = unpacked['xl/sharedStrings.xml'] ? sharedStrings(textOf('xl/sharedStrings.xml')) : [];
  let words = '';
  for (const name of names) {
    if (name === 'xl/sharedStrings.xml') continue;
    if (name === 'xl/workbook.xml') words += sheetNames(textOf(name));
    else if (name.startsWith('xl/worksheets/')) words += cells(textOf(name), shared);
    else words += paragraphs(textOf(name));
    words += '\n';
    if (words.length > mostCharacters) break;
  }
  const slides = names.filter((name) => name.startsWith('ppt/slides/') || name.startsWith('xl/worksheets/')).length;
  return withFacts(
    reading(words, slides === 0 ? null : slides),
    Object.keys(unpacked)
      .filter((name) => about.test(name))
      .flatMap((name) => factsOf(textOf(name))),
  );
}

const facts: Readonly<Record<string, string>> = {
  title: 'Title',
  subject: 'Subject',
  creator: 'Author',
  'initial-creator': 'Author',
  lastModifiedBy: 'Last changed by',
  created: 'Created',
  'creation-date': 'Created',
  modified: 'Changed',
  date: 'Changed',
};

function factsOf(xml: string): [string, string][] {
  const found: [string, string][] = [];
  let open: string | undefined;
  for (const piece of pieces(xml)) {
    if (piece.at === 'open') open = piece.empty ? undefined : facts[local(piece.name)];
    else if (piece.at === 'close') open = undefined;
    else if (open !== undefined && found.length < 20) found.push([open, piece.text]);
  }
  return found;
}

/** The parts of an office file whose names match, unfolded no further than a job may hold. Throws `TooLarge`, or whatever a broken archive makes fflate throw. */
export function unpack(bytes: Uint8Array, wanted: RegExp = parts): Record<string, Uint8Array> {
  let files = 0;
  let whole = 0;
  return unzipSync(bytes, {
    // The sizes are what the archive claims; fflate never writes more than the claim, so a lie only cuts the part short.
    filter: (file) => {
      if (++files > bomb.files) throw new TooLarge();
      if (!wanted.test(file.name)) return false;
      whole += file.originalSize;
      if (file.originalSize > bomb.oneFile || whole > bomb.allFiles) throw new TooLarge();
      return true;
    },
  });
}

const lineAfter = new Set(['p', 'h', 'table-row']);

/** Text runs in order, a line a paragraph: Word, PowerPoint, comments of Excel, OpenDocument. Deleted text under tracked changes is kept. */
function paragraphs(xml: string): string {
  const words: string[] = [];
  const openDocument = xml.includes('urn:oasis:names:tc:opendocument');
  let inRun = 0;
  for (const piece of pieces(xml)) {
    if (piece.at === 'text') {
      if (inRun > 0) words.push(piece.text);
      continue;
    }
    const name = local(piece.name);
    if (piece.at === 'open') {
      if (name === 'tab') words.push('\t');
      else if (name === 'br' || name === 'line-break' || name === 'cr') words.push('\n');
      else if (name === 's' && openDocument) words.push(' ');
      if (!piece.empty && isRun(name, openDocument)) inRun++;
    } else {
      if (isRun(name, openDocument) && inRun > 0) inRun--;
      if (lineAfter.has(name)) words.push('\n');
      else if (name === 'tc' || name === 'table-cell') words.push('\t');
    }
  }
  return words.join('');
}

const isRun = (name: string, openDocument: boolean): boolean => (openDocument ? name === 'p' || name === 'h' : name === 't' || name === 'delText' || name === 'instrText');

function sheetNames(xml: string): string {
  const names: string[] = [];
  for (const piece of pieces(xml)) if (piece.at === 'open' && local(piece.name) === 'sheet') names.push(attribute(piece.attributes, 'name') ?? '');
  return names.join('\n');
}

/** The strings of a workbook, by their index; phonetic readings are left out. */
export function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  for (const piece of pieces(xml)) {
    if (piece.at === 'text') {
      if (inText) text += piece.text;
      continue;
    }
    const name = local(piece.name);
    if (name === 't') inText = piece.at === 'open' && !piece.empty;
    else if (name === 'si') {
      if (piece.at === 'close' || piece.empty) strings.push(text);
      text = '';
    }
  }
  return strings;
}

/** The cells of a sheet, a line a row. */
function cells(xml: string, shared: readonly string[]): string {
  const words: string[] = [];
  let kind = '';
  let inValue = false;
  let value = '';
  for (const piece of pieces(xml)) {
    if (piece.at === 'text') {
      if (inValue) value += piece.text;
      continue;
    }
    const name = local(piece.name);
    if (name === 'c' && piece.at === 'open') {
      kind = attribute(piece.attributes, 't') ?? '';
      value = '';
    } else if (name === 'v' || name === 't') inValue = piece.at === 'open' && !piece.empty;
    else if (name === 'c' && piece.at === 'close') words.push(kind === 's' ? (shared[Number(value)] ?? '') : value, '\t');
    else if (name === 'row' && piece.at === 'close') words.push('\n');
  }
  return words.join('');
}
