import { inflateSync } from 'node:zlib';
import createQpdf from '@neslinesli93/qpdf-wasm';

/** A PDF object in qpdf's JSON (version 2): values as JSON, references as `"12 0 R"`, strings as `"u:…"`, names as `"/…"`. */
export type PdfValue = null | boolean | number | string | PdfValue[] | { [key: string]: PdfValue };
export type Dictionary = { [key: string]: PdfValue };
export interface PdfObject {
  readonly value?: PdfValue;
  readonly stream?: { readonly dict: Dictionary; readonly data?: string };
}
export interface PdfObjects {
  readonly highest: number;
  /** By `obj:12 0 R`, and `trailer`. */
  readonly all: Readonly<Record<string, PdfObject>>;
}

interface Qpdf {
  callMain(args: readonly string[]): number;
  readonly FS: { writeFile(path: string, data: Uint8Array | string): void; readFile(path: string): Uint8Array };
}
interface QpdfSetting {
  readonly wasmBinary: Uint8Array;
  readonly noInitialRun: true;
  readonly print: (line: string) => void;
  readonly printErr: (line: string) => void;
}

/** One PDF in qpdf's own memory: read its objects, write it again with some of them changed. */
export class QpdfFile {
  readonly #qpdf: Qpdf;
  readonly #log: string[];
  readonly #pdf: Buffer;

  private constructor(qpdf: Qpdf, log: string[], pdf: Uint8Array) {
    this.#pdf = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
    this.#qpdf = qpdf;
    this.#log = log;
  }

  static async open(pdf: Uint8Array, wasm: Uint8Array): Promise<QpdfFile> {
    const log: string[] = [];
    const setting: QpdfSetting = { wasmBinary: wasm, noInitialRun: true, print: (line) => log.push(line), printErr: (line) => log.push(line) };
    // Proof of the cast: the package's types leave out what every Emscripten module takes and gives; both names are in its README.
    const qpdf = await (createQpdf as unknown as (setting: QpdfSetting) => Promise<Qpdf>)(setting);
    qpdf.FS.writeFile('/in.pdf', pdf);
    return new QpdfFile(qpdf, log, pdf);
  }

  /** Objects as JSON, without the data of streams. */
  objects(): PdfObjects {
    this.#run(['--json=2', '--json-key=qpdf', '/in.pdf', '/objects.json']);
    // Proof of the cast: qpdf's documented JSON, version 2.
    const [header, all] = (JSON.parse(Buffer.from(this.#qpdf.FS.readFile('/objects.json')).toString('utf8')) as { qpdf: [{ maxobjectid: number }, Record<string, PdfObject>] })
      .qpdf;
    return { highest: header.maxobjectid, all };
  }

  /**
   * The decoded data of a stream, read at the place that the cross-reference table gives (ISO 32000-1, 7.5.4): asking qpdf for a few streams has it
   * read the whole file again. Throws when the file has no plain table or the stream another filter than Flate.
   */
  stream(objects: PdfObjects, ref: string): Buffer {
    const dict = at(objects, ref)?.stream?.dict;
    const length = dict?.['/Length'];
    const filter = dict?.['/Filter'];
    const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.#pdf.subarray(-64).toString('latin1'))?.[1]);
    const head = /^xref\s+0 \d+\s+/.exec(this.#pdf.subarray(table, table + 32).toString('latin1'))?.[0];
    if (head === undefined || typeof length !== 'number' || (filter !== undefined && filter !== '/FlateDecode')) throw new Error('a stream that cannot be read');
    const entry = table + head.length + 20 * Number.parseInt(ref, 10);
    const from = this.#pdf.indexOf('stream', Number(this.#pdf.subarray(entry, entry + 10).toString('latin1')));
    const start = this.#pdf.indexOf(0x0a, from) + 1;
    const data = this.#pdf.subarray(start, start + length);
    return filter === undefined ? data : inflateSync(data);
  }

  /** The PDF with `changed` objects put in, packed, with an id made of its own bytes. */
  write(changed: Readonly<Record<string, PdfObject>>, highest: number): Uint8Array {
    const update = { qpdf: [{ jsonversion: 2, pushedinheritedpageresources: false, calledgetallpages: false, maxobjectid: highest }, changed] };
    this.#qpdf.FS.writeFile('/update.json', JSON.stringify(update));
    // --newline-before-endstream: ISO 19005-2, 6.1.7.1 wants an end of line there.
    this.#run(['--update-from-json=/update.json', '--object-streams=generate', '--newline-before-endstream', '--deterministic-id', '/in.pdf', '/out.pdf']);
    return Uint8Array.from(this.#qpdf.FS.readFile('/out.pdf'));
  }

  #run(args: readonly string[]): void {
    this.#log.length = 0;
    const code = this.#qpdf.callMain(args);
    if (code !== 0) throw new Error(`qpdf ended with ${code}: ${this.#log.join(' ').slice(0, 300)}`);
  }
}

export const at = (objects: PdfObjects, ref: string): PdfObject | undefined => objects.all[`obj:${ref}`];
export const isReference = (value: PdfValue | undefined): value is string => typeof value === 'string' && value.endsWith(' R');
export const isDictionary = (value: PdfValue | undefined): value is Dictionary => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The dictionary that a value is or refers to; undefined for anything else. */
export function dictionary(objects: PdfObjects, value: PdfValue | undefined): Dictionary | undefined {
  const found = isReference(value) ? at(objects, value)?.value : value;
  return isDictionary(found) ? found : undefined;
}
