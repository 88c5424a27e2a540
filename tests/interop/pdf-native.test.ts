import { execFileSync } from 'node:child_process';
import { describe, expect } from 'vitest';
import { unless } from '../end-to-end/unless.ts';
import { allOf } from '../../main/filings/press/finish/objects.test-support.ts';
import { objectsOf, type PdfValue } from '../../main/filings/press/finish/objects.ts';
import type { Profile } from '../../main/filings/press/press.ts';
import { typesettingOf } from '../../main/filings/press/press.ts';
import type { Template } from '../../main/filings/press/paper.ts';
import { typeset } from '../../main/filings/press/typeset.ts';
import { native, noNative, setNatively } from './native-typst.ts';
import { missing, written } from './pdf-tools.ts';
import { files, orderFor, plainWords } from './pressed-sample.ts';

const papers: readonly (readonly [Template, Profile])[] = [
  ['order-summary', 'internal'],
  ['order-summary', 'outgoing'],
  ['status-report', 'internal'],
  ['status-report', 'outgoing'],
];

/** Strings as the text they stand for: qpdf writes it out where there is one, and we keep the bytes. */
function asText(value: PdfValue): PdfValue {
  if (typeof value === 'string' && value.startsWith('b:')) {
    const bytes = Buffer.from(value.slice(2), 'hex');
    return `u:${bytes.subarray(0, 2).toString('hex') === 'feff' ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString('latin1')}`;
  }
  if (Array.isArray(value)) return value.map(asText);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asText(inner)])) : value;
}

// The native build knows what the WebAssembly one cannot be asked: whether a paper is PDF/A and PDF/UA by Typst's own rules, before the finish.
describe.each(papers)('%s, %s, by the native build of Typst', (document, profile) => {
  const order = orderFor(document, profile, plainWords);

  unless(noNative)('has the same bytes as by the WebAssembly build', async () => {
    if (!native) return;
    const { typesetting } = typesettingOf(order, files);
    expect(Buffer.compare(setNatively(native, order).pdf(), Buffer.from(await typeset(typesetting, files)))).toBe(0);
  });

  unless(noNative ?? missing)('has the objects that qpdf reads in it', () => {
    if (!native) return;
    const pdf = setNatively(native, order).pdf();
    const file = written(`objects-${document}-${profile}.pdf`, pdf);
    // Proof of the cast: qpdf's documented JSON, version 2.
    const read = JSON.parse(execFileSync('qpdf', ['--json=2', '--json-key=qpdf', file], { encoding: 'utf8', maxBuffer: 1 << 28 })) as { qpdf: [{ maxobjectid: number }, PdfValue] };
    const objects = objectsOf(pdf);
    expect(objects.highest).toBe(read.qpdf[0].maxobjectid);
    expect(objects.refs.length).toBeGreaterThan(200);
    expect(asText(JSON.parse(JSON.stringify(allOf(objects))) as PdfValue)).toEqual(asText(read.qpdf[1]));
  });

  unless(noNative)('is taken as PDF/A and as PDF/UA-1', () => {
    if (!native) return;
    const { pdf } = setNatively(native, order);
    for (const standard of [profile === 'internal' ? 'a-3a' : 'a-2a', 'ua-1'] as const) expect(pdf(standard).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

unless(noNative)('the native build refuses a paper that is not PDF/UA', () => {
  if (!native) return;
  const compiler = native.NodeCompiler.create();
  const untitled = compiler.compile({ mainFileContent: '= Heading\n=== One level left out' }).result;
  expect(untitled).not.toBeNull();
  if (untitled) expect(() => compiler.pdf(untitled, { pdfStandard: 'ua-1' })).toThrow();
});
