import createQpdf from '@neslinesli93/qpdf-wasm';
import path from 'node:path';
import { expect, test } from 'vitest';
import { pressFiles } from '../press-files.ts';
import { objectsOf, type PdfValue } from './objects.ts';
import { allOf } from './objects.test-support.ts';

const files = pressFiles(path.resolve(import.meta.dirname, '..'));

/** A PDF of these objects with the plain table that Typst writes. */
function pdfOf(bodies: readonly string[]): Buffer {
  let text = '%PDF-1.7\n';
  const places = bodies.map((body, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${body}\nendobj\n\n`;
    return at;
  });
  const table = text.length;
  const entries = ['0000000000 65535 f\r\n', ...places.map((at) => `${String(at).padStart(10, '0')} 00000 n\r\n`)].join('');
  return Buffer.from(`${text}xref\n0 ${bodies.length + 1}\n${entries}trailer\n<<\n/Size ${bodies.length + 1}\n/Root 1 0 R\n>>\nstartxref\n${table}\n%%EOF`, 'latin1');
}

/** qpdf writes text as `u:` where it can; what stands in the file is bytes. */
const asBytes = (value: PdfValue): PdfValue => {
  if (typeof value === 'string' && value.startsWith('u:')) return `b:${Buffer.from(value.slice(2), 'latin1').toString('hex')}`;
  if (Array.isArray(value)) return value.map(asBytes);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asBytes(inner)])) : value;
};

async function readByQpdf(pdf: Uint8Array): Promise<PdfValue> {
  // Proof of the cast: what `qpdf.ts` proves of the same package.
  const open = createQpdf as unknown as (
    setting: object,
  ) => Promise<{ callMain(args: string[]): number; FS: { writeFile(at: string, data: Uint8Array): void; readFile(at: string): Uint8Array } }>;
  const { callMain, FS } = await open({ wasmBinary: files.qpdfWasm(), noInitialRun: true, print() {}, printErr() {} });
  FS.writeFile('/in.pdf', pdf);
  expect(callMain(['--json=2', '--json-key=qpdf', '/in.pdf', '/out.json'])).toBe(0);
  // Proof of the cast: qpdf's documented JSON, version 2.
  return asBytes((JSON.parse(Buffer.from(FS.readFile('/out.json')).toString('utf8')) as { qpdf: [unknown, PdfValue] }).qpdf[1]);
}

test('objects are read as qpdf reads them', async () => {
  const stream = 'q 1 0 0 1 0 0 cm Q';
  const pdf = pdfOf([
    '<< /Type /Catalog /Pages 2 0 R /Lang (en) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792.5] /Contents 4 0 R /Resources << >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '[ true false null -1 +2 .5 -0.25 4. /Name /application#2Fjson (plain) (nested (brackets) end) (\\(\\)\\\\ \\101\\60 \\n) <41 42 43> <</A<</B[1 0 R 2]>>>> ]',
    '(broken \\\nline)',
    '42',
  ]);
  const objects = objectsOf(pdf);
  expect(asBytes(allOf(objects))).toEqual(await readByQpdf(pdf));
  expect(objects.highest).toBe(7);
  expect(objects.data('4 0 R').toString()).toBe(stream);
});

test('the objects in which a name stands are found wherever in the file they lie', () => {
  const pdf = pdfOf(['<< /S /TBody >>', '[ 1 0 R ]', '<< /Of << /S /TBody >> >>', '(none)', '[ /TBodyOfAnother ]']);
  expect(objectsOf(pdf).naming('/TBody')).toEqual([{ value: { '/S': '/TBody' } }, { value: { '/Of': { '/S': '/TBody' } } }, { value: ['/TBodyOfAnother'] }]);
  expect(objectsOf(pdf).naming('/TBod/')).toEqual([]);
});

test.each([
  ['no table', Buffer.from('%PDF-1.7\nstartxref\n9\n%%EOF')],
  ['a value that is none', pdfOf(['<< /A ] >>'])],
  ['a string without an end', pdfOf(['(never closed'])],
])('a file with %s is an error, not a guess', (_what, pdf) => {
  expect(() => allOf(objectsOf(pdf))).toThrow();
});
