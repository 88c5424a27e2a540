import createQpdf from '@neslinesli93/qpdf-wasm';
import type { PdfObject } from './objects.ts';

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

/**
 * The PDF with `changed` objects put in (`obj:12 0 R`, `trailer`), `highest` the last number used, packed, with an id made of its own bytes. The same input
 * gives the same bytes. Throws what qpdf says when it refuses.
 */
export async function rewritten(pdf: Uint8Array, changed: Readonly<Record<string, PdfObject>>, highest: number, wasm: Uint8Array): Promise<Uint8Array> {
  const log: string[] = [];
  const setting: QpdfSetting = { wasmBinary: wasm, noInitialRun: true, print: (line) => log.push(line), printErr: (line) => log.push(line) };
  // Proof of the cast: the package's types leave out what every Emscripten module takes and gives; both names are in its README.
  const { FS, callMain } = await (createQpdf as unknown as (setting: QpdfSetting) => Promise<Qpdf>)(setting);
  FS.writeFile('/in.pdf', pdf);
  const update = { qpdf: [{ jsonversion: 2, pushedinheritedpageresources: false, calledgetallpages: false, maxobjectid: highest }, changed] };
  FS.writeFile('/update.json', JSON.stringify(update));
  // --newline-before-endstream: ISO 19005-2, 6.1.7.1 wants an end of line there.
  const code = callMain(['--update-from-json=/update.json', '--object-streams=generate', '--newline-before-endstream', '--deterministic-id', '/in.pdf', '/out.pdf']);
  if (code !== 0) throw new Error(`qpdf ended with ${code}: ${log.join(' ').slice(0, 300)}`);
  return Uint8Array.from(FS.readFile('/out.pdf'));
}
