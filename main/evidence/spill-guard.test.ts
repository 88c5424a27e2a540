import { expect, test } from 'vitest';
import { classifiedBecause } from './spill-guard.ts';

const block = 'Classified By: J. Example\nDerived From: SCG 12\nDeclassify On: 20491231\n';

test('a banner line with an authority block is stopped', () => {
  expect(classifiedBecause(`SECRET//NOFORN\n\nSubject: plan\n\n${block}\nSECRET//NOFORN`)).toContain('SECRET');
  expect(classifiedBecause(`   TOP SECRET//SI//ORCON  \n text\n${block}`)).toContain('TOP SECRET');
  expect(classifiedBecause(`CONFIDENTIAL\ntext\n${block}`)).toContain('CONFIDENTIAL');
});

test('a banner line with portion-marked paragraphs is stopped', () => {
  expect(classifiedBecause('SECRET\n\n(S) The first paragraph.\n\n(S//NF) The second.\n')).toContain('portion marks');
});

test('words alone are not: business papers say confidential, law papers cite the order', () => {
  for (const text of [
    'CONFIDENTIAL\n\nAgreement between the parties.',
    'PRIVILEGED & CONFIDENTIAL\nATTORNEY-CLIENT COMMUNICATION',
    'This is a trade secret. Under E.O. 13526 information is classified by an original classification authority.',
    'The form must say "Classified by", "Derived from" and "Declassify on".',
    'CONFIDENTIAL\n(C) a list item\n(C) another\n',
    `No banner stands here.\n${block}`,
    'SECRET\nDerived from: the manual',
  ])
    expect(classifiedBecause(text)).toBeNull();
});

test('a banner on the first page and the block on the last of a long text are seen together', () => {
  expect(classifiedBecause(`SECRET\n${'x '.repeat(600_000)}\n${block}`)).not.toBeNull();
});

test('a long text without a banner is passed over quickly', () => {
  const text = `${' '.repeat(50_000)}\n`.repeat(20);
  const before = performance.now();
  expect(classifiedBecause(text)).toBeNull();
  expect(performance.now() - before).toBeLessThan(1000);
});
