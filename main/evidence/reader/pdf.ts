import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { png } from './png.ts';
import { mostCharacters, nothingRead, reading, withFacts, type FileReading } from './reading.ts';

/** Most points of a page picture: about 300 dpi of a letter page. A page may claim to be 5 metres wide. */
const mostPoints = 8_500_000;
/** fpdfview.h: FPDF_ANNOT | FPDF_REVERSE_BYTE_ORDER, so that the points come as red, green, blue. */
const drawing = 0x01 | 0x10;
/** fpdfview.h: FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY. */
const passwordErrors = new Set([4, 5]);
/** fpdf_annot.h: FPDF_ANNOT_WIDGET, a form field on the page. */
const widget = 20;

type Library = WrappedPdfiumModule;

/** The library's memory, read anew each time, because the array is another one after it has grown. */
function memoryOf(pdfium: Library): Uint8Array {
  // Proof of the cast: Emscripten puts HEAPU8 on every module; its type lives in a package that is not installed.
  return (pdfium.pdfium as unknown as { readonly HEAPU8: Uint8Array }).HEAPU8;
}

let loaded: Promise<Library> | undefined;

async function library(): Promise<Library> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const pdfium = await init({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) });
  pdfium.PDFiumExt_Init();
  return pdfium;
}

interface Opened {
  readonly pdfium: Library;
  readonly document: number;
  readonly form: number;
}

/** Opens the file, does `work` with it and gives everything back; gives the status in its place when the file does not open. */
async function withDocument<T>(bytes: Uint8Array, work: (opened: Opened) => T): Promise<T | 'encrypted' | 'damaged'> {
  const pdfium = await (loaded ??= library());
  const memory = pdfium.pdfium;
  const place = memory.wasmExports.malloc(bytes.length);
  memoryOf(pdfium).set(bytes, place);
  const document = pdfium.FPDF_LoadMemDocument(place, bytes.length, '');
  if (document === 0) {
    const error = pdfium.FPDF_GetLastError();
    memory.wasmExports.free(place);
    return passwordErrors.has(error) ? 'encrypted' : 'damaged';
  }
  const info = pdfium.PDFiumExt_OpenFormFillInfo();
  const form = info === 0 ? 0 : pdfium.PDFiumExt_InitFormFillEnvironment(document, info);
  try {
    return work({ pdfium, document, form });
  } finally {
    if (form !== 0) pdfium.PDFiumExt_ExitFormFillEnvironment(form);
    if (info !== 0) pdfium.PDFiumExt_CloseFormFillInfo(info);
    pdfium.FPDF_CloseDocument(document);
    memory.wasmExports.free(place);
  }
}

/** The words of a PDF, page by page with a form feed between them, hidden ones included, with the values of its form fields, which are not part of a page's text. */
export async function readPdf(bytes: Uint8Array): Promise<FileReading> {
  const read = await withDocument(bytes, (opened) => {
    const pages = opened.pdfium.FPDF_GetPageCount(opened.document);
    let words = '';
    for (let page = 0; page < pages && words.length <= mostCharacters; page++) words += `${page === 0 ? '' : '\n\f'}${wordsOfPage(opened, page).replaceAll('\f', ' ')}`;
    return withFacts(reading(words, pages), factsOf(opened));
  });
  return typeof read === 'string' ? nothingRead(read) : read;
}

/** Entries of the document information dictionary (ISO 32000-1, 14.3.3) that say who made the file and when. */
const facts = [
  ['Title', 'Title'],
  ['Author', 'Author'],
  ['Subject', 'Subject'],
  ['Creator', 'Made with'],
  ['Producer', 'Written by'],
  ['CreationDate', 'Created'],
  ['ModDate', 'Changed'],
] as const;

function factsOf({ pdfium, document }: Opened): [string, string][] {
  return facts.map(([tag, name]) => {
    const size = Math.min(pdfium.FPDF_GetMetaText(document, tag, 0, 0), mostMeta);
    const text = size > 2 ? wide(pdfium, size, (place) => pdfium.FPDF_GetMetaText(document, tag, place, size)) : '';
    return [name, tag.endsWith('Date') ? momentOf(text) : text];
  });
}
/** Longest entry that is read, in bytes: a title is a line. */
const mostMeta = 8_192;

/** `D:20260612163000-04'00'` (ISO 32000-1, 7.9.4) as people write it; anything else as it stands. */
function momentOf(text: string): string {
  const found = /^D:(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?(?:(Z)|([+-]\d{2})'?(\d{2}))?/.exec(text);
  if (!found) return text;
  const [, year, month, day, hour, minute, second, utc, east, quarter] = found;
  return [`${year}-${month}-${day}`, hour && `${hour}:${minute}${second ? `:${second}` : ''}`, utc ? 'UTC' : east && `${east}:${quarter}`].filter(Boolean).join(' ');
}

function wordsOfPage({ pdfium, document, form }: Opened, index: number): string {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) return '';
  const text = pdfium.FPDFText_LoadPage(page);
  let words = '';
  if (text !== 0) {
    const count = pdfium.FPDFText_CountChars(text);
    if (count > 0) words = wide(pdfium, (count + 1) * 2, (place) => pdfium.FPDFText_GetText(text, 0, count, place) * 2);
    pdfium.FPDFText_ClosePage(text);
  }
  if (form !== 0) words += fieldValues(pdfium, form, page);
  pdfium.FPDF_ClosePage(page);
  return words;
}

function fieldValues(pdfium: Library, form: number, page: number): string {
  let values = '';
  const count = pdfium.FPDFPage_GetAnnotCount(page);
  for (let index = 0; index < count; index++) {
    const annotation = pdfium.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    if (pdfium.FPDFAnnot_GetSubtype(annotation) === widget) {
      const size = pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, 0, 0);
      if (size > 2) values += `\n${wide(pdfium, size, (place) => pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, place, size))}`;
    }
    pdfium.FPDFPage_CloseAnnot(annotation);
  }
  return values;
}

/** A UTF-16 text that the library writes into `size` bytes; `fill` gives how many it wrote, its closing zero included. */
function wide(pdfium: Library, size: number, fill: (place: number) => number): string {
  const memory = pdfium.pdfium;
  const place = memory.wasmExports.malloc(size);
  const written = Math.min(fill(place), size);
  const words = Buffer.from(memoryOf(pdfium).slice(place, place + written)).toString('utf16le');
  memory.wasmExports.free(place);
  return words.replace(/\0+$/, '');
}

export interface PagePicture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly pages: number;
}

/** Page `number` (from 1), `width` points wide, drawn with the values of its form fields; the status in its place when there is none. */
export async function drawPage(bytes: Uint8Array, number: number, width: number): Promise<PagePicture | 'encrypted' | 'damaged' | 'no-page'> {
  return withDocument(bytes, (opened) => {
    const drawn = pictureOf(opened, number, (across) => width / across);
    return drawn === null ? 'no-page' : { png: drawn.png, width: drawn.width, height: drawn.height, pages: opened.pdfium.FPDF_GetPageCount(opened.document) };
  });
}

/** Pages from page `from` (from 1) on, at most `count`, at `dots` an inch, each with its size on paper; the status in their place when there are none. */
export async function drawPages(
  bytes: Uint8Array,
  from: number,
  count: number,
  dots: number,
): Promise<{ readonly pages: number; readonly pictures: readonly Drawn[] } | 'encrypted' | 'damaged' | 'no-page'> {
  return withDocument(bytes, (opened) => {
    const pages = opened.pdfium.FPDF_GetPageCount(opened.document);
    const pictures: Drawn[] = [];
    for (let number = from; number < from + count && number <= pages; number++) {
      const drawn = pictureOf(opened, number, () => dots / 72);
      if (drawn !== null) pictures.push(drawn);
    }
    return pictures.length === 0 ? 'no-page' : { pages, pictures };
  });
}

interface Drawn {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Size of the page, in points of 1/72 inch. */
  readonly across: number;
  readonly down: number;
}

/** One page, at the scale that its width asks for, as far as `mostPoints` allow; null where there is none. */
function pictureOf({ pdfium, document, form }: Opened, number: number, scaleOf: (across: number) => number): Drawn | null {
  const page = number >= 1 && number <= pdfium.FPDF_GetPageCount(document) ? pdfium.FPDF_LoadPage(document, number - 1) : 0;
  if (page === 0) return null;
  const across = pdfium.FPDF_GetPageWidthF(page);
  const down = pdfium.FPDF_GetPageHeightF(page);
  const scale = Math.min(scaleOf(across), Math.sqrt(mostPoints / (across * down)));
  const width = Math.max(1, Math.round(across * scale));
  const height = Math.max(1, Math.round(down * scale));
  const bitmap = pdfium.FPDFBitmap_Create(width, height, 0);
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, drawing);
  if (form !== 0) pdfium.FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, drawing);
  const points = pointsOf(memoryOf(pdfium), pdfium.FPDFBitmap_GetBuffer(bitmap), pdfium.FPDFBitmap_GetStride(bitmap), width, height);
  pdfium.FPDFBitmap_Destroy(bitmap);
  pdfium.FPDF_ClosePage(page);
  return { png: png(points, width, height), width, height, across, down };
}

/** Four bytes a point (the last unused) to three, or to one where the page is grey: a third of the work of packing it. */
function pointsOf(memory: Uint8Array, place: number, stride: number, width: number, height: number): Uint8Array {
  const grey = new Uint8Array(width * height);
  let to = 0;
  for (let y = 0; y < height; y++) {
    for (let from = place + y * stride; from < place + y * stride + width * 4; from += 4) {
      const red = memory[from] ?? 0;
      if (red !== memory[from + 1] || red !== memory[from + 2]) return coloured(memory, place, stride, width, height);
      grey[to++] = red;
    }
  }
  return grey;
}

function coloured(memory: Uint8Array, place: number, stride: number, width: number, height: number): Uint8Array {
  const points = new Uint8Array(width * height * 3);
  let to = 0;
  for (let y = 0; y < height; y++) {
    for (let from = place + y * stride; from < place + y * stride + width * 4; from += 4) {
      points[to++] = memory[from] ?? 0;
      points[to++] = memory[from + 1] ?? 0;
      points[to++] = memory[from + 2] ?? 0;
    }
  }
  return points;
}
