import { refuse } from '../../../shared/failure/failure.ts';
import startTypst, { TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler';
import type { PressFiles } from './press-files.ts';

export interface Typesetting {
  /** Path of the document under `assets/filings`. */
  readonly document: string;
  /** Files it reads, by path: data, never templates. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly fonts: readonly Uint8Array[];
}

interface Diagnostic {
  readonly severity: string;
  readonly path: string;
  readonly range: string;
  readonly message: string;
}
const readable = 3;

let started: Promise<unknown> | null = null;

/**
 * Sets a document as a tagged PDF 1.7. Deterministic: the same templates, data and fonts give the same bytes; no clock, no system
 * font, no network is within its reach. Refuses with `filing-malformed` when a template rejects a value by name; throws on anything else.
 */
export async function typeset(work: Typesetting, files: PressFiles): Promise<Uint8Array> {
  started ??= startTypst({ module_or_path: files.typstWasm() });
  await started;
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of work.fonts) await builder.add_raw_font(font);
  const compiler = await builder.build();
  try {
    for (const [name, text] of files.templates()) compiler.add_source(`/${name}`, text);
    for (const [name, bytes] of work.files) compiler.map_shadow(name, bytes);
    // Proof of the cast: the shape that compile() documents for format 3 of its diagnostics; checked field by field where it is used.
    const { result, diagnostics } = compiler.compile(`/${work.document}`, null, 'pdf', readable) as { result?: Uint8Array; diagnostics?: readonly Diagnostic[] };
    if (result) return result;
    throw malformed(diagnostics ?? []);
  } finally {
    compiler.free();
  }
}

/** A template names what it cannot take as `filing NUMBER FIELD: why` in an assertion of its own; any other complaint is a fault of ours. */
function malformed(diagnostics: readonly Diagnostic[]): Error {
  const errors = diagnostics.filter((found) => found.severity.toLowerCase() === 'error' || found.severity === '1');
  const named = errors.map((found) => /^assertion failed: filing (\S+) (\S+): (.+)$/s.exec(found.message)).find((found) => found !== null);
  if (named) refuse({ code: 'filing-malformed', number: named[1] ?? '', field: named[2] ?? '', why: named[3] ?? '' });
  return new Error(`typesetting: ${errors.map((found) => `${found.path}:${found.range} ${found.message.slice(0, 200)}`).join('; ')}`);
}
