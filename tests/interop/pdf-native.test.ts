import { describe, expect, test } from 'vitest';
import type { Profile } from '../../main/filings/press/press.ts';
import { typesettingOf } from '../../main/filings/press/press.ts';
import type { Template } from '../../main/filings/press/paper.ts';
import { typeset } from '../../main/filings/press/typeset.ts';
import { native, setNatively } from './native-typst.ts';
import { files, orderFor, plainWords } from './pressed-sample.ts';

const papers: readonly (readonly [Template, Profile])[] = [
  ['order-summary', 'internal'],
  ['order-summary', 'outgoing'],
  ['status-report', 'internal'],
  ['status-report', 'outgoing'],
];

// The native build knows what the WebAssembly one cannot be asked: whether a paper is PDF/A and PDF/UA by Typst's own rules, before the finish.
describe.skipIf(native === null).each(papers)('%s, %s, by the native build of Typst', (document, profile) => {
  const order = orderFor(document, profile, plainWords);

  test('has the same bytes as by the WebAssembly build', async () => {
    if (!native) return;
    const { typesetting } = typesettingOf(order, files);
    expect(Buffer.compare(setNatively(native, order).pdf(), Buffer.from(await typeset(typesetting, files)))).toBe(0);
  });

  test('is taken as PDF/A and as PDF/UA-1', () => {
    if (!native) return;
    const { pdf } = setNatively(native, order);
    for (const standard of [profile === 'internal' ? 'a-3a' : 'a-2a', 'ua-1'] as const) expect(pdf(standard).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

test.skipIf(native === null)('the native build refuses a paper that is not PDF/UA', () => {
  if (!native) return;
  const compiler = native.NodeCompiler.create();
  const untitled = compiler.compile({ mainFileContent: '= Heading\n=== One level left out' }).result;
  expect(untitled).not.toBeNull();
  if (untitled) expect(() => compiler.pdf(untitled, { pdfStandard: 'ua-1' })).toThrow();
});
