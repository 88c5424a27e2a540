import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A Java that is begun for one file takes half of the processor without its second compiler and its threads for garbage. */
const env = { ...process.env, JAVA_TOOL_OPTIONS: '-XX:+UseSerialGC -XX:TieredStopAtLevel=1' };
const run = (command: string, ...args: string[]) => {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 29, env });
  return { code: done.status ?? -1, out: done.stdout ?? '', all: `${done.stdout ?? ''}${done.stderr ?? ''}` };
};

/** veraPDF, where CORDON_VERAPDF says it is: `verapdf [--flavour 3a] [--flavour ua1] FILE…`, exit 0 when every file passes. */
export const veraPdf = process.env['CORDON_VERAPDF'];
/** Why the programs that these tests look at a file with are not here; null when they are. */
const absent = ['qpdf', 'pdftotext', 'pdffonts', 'pdfinfo'].filter((tool) => spawnSync(tool, ['--version']).error !== undefined);
export const missing = absent.length === 0 ? null : `${absent.join(', ')} not installed`;
/** Why veraPDF does not look at a file; null where it does. */
export const noVeraPdf = veraPdf === undefined ? 'CORDON_VERAPDF does not say where veraPDF is' : null;

const folder = mkdtempSync(path.join(tmpdir(), 'cordon-pdf-'));
/** Puts a PDF where other programs can read it. */
export function written(name: string, pdf: Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, pdf);
  return file;
}

/** What veraPDF says against the file as one of the standards; empty when it passes and claims it. */
export function against(standards: readonly string[], file: string): string {
  const { code, all } = run(veraPdf ?? '', '--must-claim', ...standards.flatMap((standard) => ['--flavour', standard]), file);
  return code === 0 ? '' : all;
}
export const qpdfCheck = (file: string) => run('qpdf', '--check', file);
export const text = (file: string) => run('pdftotext', '-layout', file, '-').out;
export const structure = (file: string) => run('pdfinfo', '-struct', file).out;
export const information = (file: string) => run('pdfinfo', file).out;
/** For each font: whether it is embedded, a subset, and has a Unicode map. */
export const fonts = (file: string) =>
  run('pdffonts', file)
    .out.trim()
    .split('\n')
    .slice(2)
    .map((line) => /(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$/.exec(line)?.slice(1, 4).join(' ') ?? line);

/**
 * Every word that is anywhere in the file: page text, metadata, destinations, and (structure, alternative and actual text among them) every string and decoded stream of
 * every object, read as Latin, UTF-8 and UTF-16. Blanks and hyphens are taken out of page text, because lines break anywhere.
 */
export function everything(file: string): string {
  const { qpdf } = JSON.parse(run('qpdf', '--json=2', '--json-key=qpdf', '--json-stream-data=inline', '--decode-level=all', file).out) as {
    qpdf: [unknown, Record<string, { value?: unknown; stream?: { dict: unknown; data?: string } }>];
  };
  const objects = Object.values(qpdf[1]).flatMap(({ value, stream }) => {
    const bytes = Buffer.from(stream?.data ?? '', 'base64');
    return [
      ...strings(value),
      ...strings(stream?.dict),
      bytes.toString('latin1'),
      bytes.toString('utf8'),
      bytes.toString('utf16le'),
      Buffer.from(bytes.subarray(0, bytes.length & ~1))
        .swap16()
        .toString('utf16le'),
    ];
  });
  const raw = run('pdftotext', '-raw', file, '-').out;
  const words = [raw, run('pdfinfo', '-meta', file).out, run('pdfinfo', '-dests', file).out].join('\n').replaceAll(/[\s\u00ad\u2010-]/g, '');
  return [words, ...objects].join('\n');
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value.startsWith('b:') ? Buffer.from(value.slice(2), 'hex').toString('latin1') : value];
  if (Array.isArray(value)) return value.flatMap(strings);
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, inside]) => [name, ...strings(inside)]) : [];
}

interface Word {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly text: string;
}
/** Words outside the block of text, as `wide` as that is in points, and words printed over one another: none, if nothing overflows. */
export function overflow(file: string, wide = 468): string[] {
  const pages: { w: number; h: number; words: Word[] }[] = [];
  for (const line of run('pdftotext', '-bbox', file, '-').out.split('\n')) {
    const page = /<page width="([\d.]+)" height="([\d.]+)"/.exec(line);
    if (page) pages.push({ w: Number(page[1]), h: Number(page[2]), words: [] });
    const word = /<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*)<\/word>/.exec(line);
    if (word) pages.at(-1)?.words.push({ x0: Number(word[1]), y0: Number(word[2]), x1: Number(word[3]), y1: Number(word[4]), text: word[5] ?? '' });
  }
  return pages.flatMap(({ w, h, words }, i) => {
    const left = (w - wide) / 2;
    const outside = words
      .filter((word) => word.x0 < left - 2 || word.x1 > left + wide + 5 || word.y0 < 24 || word.y1 > h - 20)
      .map((word) => `page ${i + 1}: ${word.text.slice(0, 30)} outside`);
    const over = words.flatMap((a, n) =>
      words
        .slice(n + 1)
        .filter((b) => overlap(a, b))
        .map((b) => `page ${i + 1}: ${a.text.slice(0, 20)} over ${b.text.slice(0, 20)}`),
    );
    return [...outside, ...over];
  });
}

/** poppler's boxes are as tall as ascent and descent: the ink of a line is about the middle half. Marks have no width of their own. */
function overlap(a: Word, b: Word): boolean {
  if (/\p{M}/u.test(a.text + b.text) || a.x1 - a.x0 <= 0.5 || b.x1 - b.x0 <= 0.5) return false;
  const ink = ({ y0, y1 }: Word) => [y0 + 0.3 * (y1 - y0), y1 - 0.24 * (y1 - y0)] as const;
  const [[at, ab], [bt, bb]] = [ink(a), ink(b)];
  return Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > 1.2 && Math.min(ab, bb) - Math.max(at, bt) > 0.4;
}

/** Where the page numbers, the contents or the "continued" marks are not what they say. */
export function wrongPages(file: string, pages: number): string[] {
  const all = text(file).split('\f').slice(0, pages);
  return all.flatMap((page, i) => {
    const numbered = /Page (\d+) of (\d+)/.exec(page);
    const wrong = numbered && Number(numbered[1]) === i + 1 && Number(numbered[2]) === pages ? [] : [`page ${i + 1} says ${numbered?.[0]}`];
    const listed =
      i > 0
        ? []
        : [...page.matchAll(/^\s*(?:Contents\s+)?[IVX]+\s+(\S.*?)\s*(?:\. ?){3,}\s*(\d+)\s*$/gm)]
            .filter((line) => !all[Number(line[2]) - 1]?.includes(line[1] ?? ''))
            .map((line) => `contents: ${line[1]} is not on ${line[2]}`);
    const continued = [...page.matchAll(/continued on page (\d+)/g)]
      .filter((mark) => Number(mark[1]) !== i + 2 || !/^\s*Table \d+ .*continued$/m.test(all[i + 1] ?? ''))
      .map((mark) => `page ${i + 1}: ${mark[0]}`);
    return [...wrong, ...listed, ...continued];
  });
}
