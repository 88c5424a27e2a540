import { execFileSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { press } from '../../main/filings/press/press.ts';
import { pressFiles } from '../../main/filings/press/press-files.ts';
import { against, missing, qpdfCheck, veraPdf, written } from './pdf-tools.ts';
import { entropyOf, wordsOf } from '../../main/vault/recovery-words.ts';

const words = wordsOf(Buffer.alloc(32, 77));
const files = pressFiles(path.join(import.meta.dirname, '../../main/filings/press'));
const order = (vault: string, paper: 'us-letter' | 'a4') =>
  ({
    template: 'recovery-sheet',
    profile: 'outgoing',
    paper,
    data: { vault, id: '0123456789abcdef0123456789abcdef', sheet: '3F9A-77C2', words },
    instant: { instant: Date.UTC(2031, 0, 8, 15), zone: 'America/New_York' },
  }) as const;

test.for([
  ['us-letter', 'Model restrictions'],
  ['a4', `${'A long name of a vault '.repeat(4)}漢字`],
] as const)('the sheet on %s is one page of PDF/A-2a and PDF/UA-1, and its words lead back to the key', async ([paper, vault], { skip }) => {
  if (missing !== null) skip(missing);
  const { pdf, pages } = await press(order(vault, paper), files);
  expect(pages).toBe(1);
  const file = written(`sheet-${paper}.pdf`, pdf);
  const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
  const read = [...text.matchAll(/(?:^|\s)(\d{1,2})\s+([a-z]{3,8})(?=\s)/g)].flatMap(([, at, word = '']) =>
    Number(at) >= 1 && Number(at) <= 24 && words.includes(word) ? [[Number(at), word] as const] : [],
  );
  const ordered = read.sort(([one], [other]) => one - other).map(([, word]) => word);
  expect(ordered).toEqual(words);
  expect(entropyOf(ordered)).toEqual(Buffer.alloc(32, 77));
  expect(text).toContain('3F9A-77C2');
  expect(qpdfCheck(file).code).toBe(0);
  if (veraPdf !== undefined && paper === 'us-letter') expect(against(['2a', 'ua1'], file)).toBe('');
});

test('the same words give the same bytes, and nothing of the machine is in them', async () => {
  const [one, other] = [await press(order('V', 'a4'), files), await press(order('V', 'a4'), files)];
  expect(one.sha256).toBe(other.sha256);
  for (const place of [os.homedir(), os.tmpdir(), process.cwd()]) expect(Buffer.from(one.pdf).includes(place)).toBe(false);
});
