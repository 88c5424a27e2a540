import { expect, test } from 'vitest';
import type { Failure } from '../../shared/failure/failure.ts';
import { failureWords, wordsOf } from './failures.ts';

/** A failure of each code, with facts that would show if a sentence left a hole. */
const facts = {
  file: 'Cases.cordon',
  format: 3,
  known: 1,
  part: 'the journal',
  reason: 'behind-anchor',
  why: 'words',
  memoryMiB: 4096,
  passes: 99,
  compartment: 'people',
  number: 'ORD-003',
  kind: 'order',
  field: 'Title',
  target: 'EX-009',
  from: 'Received',
  to: 'In force',
  allowed: ['Stayed'],
  guard: 'proof',
  facts: ['No proof is recorded.'],
  holds: ['HOLD-001'],
  act: 'removing',
  by: 'Litigation',
  at: '10:40',
  count: 30_000,
  limit: 20_000,
  typed: '31 June',
  suggestions: ['30 June'],
  rule: 'bis.appeal.45',
  input: 'trigger',
  job: 'press',
  list: 'Orders',
  detail: 'the template',
  numbers: ['NOTE-001'],
  findings: [{ number: 'DL-001', field: 'Date', why: 'not confirmed' }],
  operation: 'records.get',
  what: 'The preview',
  fields: ['Title'],
  entry: 1204,
  reference: 'f3a9',
  line: 4,
  record: 'ORD-003',
};
// Proof of the casts: the keys of the record are the codes, and `facts` has every fact of every code.
const all = Object.keys(failureWords).map((code) => ({ ...facts, code, ...(code === 'misuse' && { why: 'Nothing was asked.' }) }) as unknown as Failure);

test('every failure says what happened, in a sentence without holes', () => {
  for (const failure of all) {
    const { what, means } = wordsOf(failure);
    expect(what, failure.code).toMatch(/^[“\p{Lu}\d].*[.”:]$/su);
    expect(`${what} ${means}`, failure.code).not.toMatch(/undefined|\[object|NaN|\.\.(?!\.)/);
  }
});

test('no failure apologizes, shouts or calls something invalid', () => {
  for (const failure of all) {
    const { what, means } = wordsOf(failure);
    expect(`${what} ${means}`, failure.code).not.toMatch(/sorry|oops|invalid|\berror\b|please|successfully|!/i);
  }
});

test('a refused change says that nothing was changed', () => {
  for (const code of ['record-malformed', 'changed-since', 'held', 'move-not-allowed', 'wrong-passphrase', 'vault-newer', 'unexpected'] as const) {
    const failure = all.find((one) => one.code === code);
    const words = failure && wordsOf(failure);
    expect(`${words?.what} ${words?.means}`, code).toContain('Nothing was changed.');
  }
});

test('wrong passphrase, damaged, newer and open elsewhere are told apart', () => {
  const sentences = ['wrong-passphrase', 'vault-damaged', 'vault-newer', 'vault-open-elsewhere'].map((code) => wordsOf({ ...facts, code } as unknown as Failure).what);
  expect(new Set(sentences).size).toBe(4);
});
