import { describe, expect, test } from 'vitest';
import type { Failure } from '../../shared/failure/failure.ts';
import { firstSettings } from '../../shared/contract/settings.ts';
import { supportText } from '../pages/diagnostics/support-text.ts';
import { failureWords } from '../words/failures.ts';
import { failureDetails } from './failure-details.ts';

const canary = 'tamarind';
/** A failure of a code in which every field, whatever its name, holds the canary. */
const filled = (code: string): Failure =>
  // Proof of the cast: read by its code alone, as the details do.
  new Proxy({ code }, { get: (own, name) => (name === 'code' ? own.code : canary) }) as unknown as Failure;
const of = { build: '1.2.3', host: 'electron', page: 'record', now: Date.UTC(2026, 5, 18, 14, 5) };

describe('the details of a failure', () => {
  test.each(Object.keys(failureWords))('%s: its code, and nothing that the failure holds', (code) => {
    const text = failureDetails(filled(code), of);
    expect(text).toContain(`code: ${code}`);
    expect(text).not.toContain(canary);
  });

  test('a fault has its reference', () => {
    expect(failureDetails({ code: 'unexpected', reference: '0badc0de' }, of)).toBe(
      'code: unexpected\nreference: 0badc0de\npage: record\nCordon 1.2.3 (electron)\n2026-06-18T14:05:00Z\n',
    );
  });
});

describe('the text for support', () => {
  const said = {
    versions: [['Cordon', '1.2.3']] satisfies [string, string][],
    startedAt: of.now - 60_000,
    requests: { served: 41, refused: 2 },
    places: { state: `~/${canary}/state`, vaults: `~/${canary}` },
    faults: [{ at: of.now, reference: '0badc0de', where: 'vault' as const, operation: 'records.list', error: 'TypeError', frames: ['answerOne serve.ts:44'] }],
  };
  test('has versions, settings, counts and faults, and no place of a folder', () => {
    const text = supportText(said, firstSettings, [], of.now);
    for (const part of ['Cordon: 1.2.3', 'setting lockAfterMinutes: 10', '41 served, 2 refused', '0badc0de vault records.list TypeError', 'at answerOne serve.ts:44'])
      expect(text).toContain(part);
    expect(text).not.toContain(canary);
  });

  test('says the values that are more than a word too, and what is fixed', () => {
    const text = supportText(said, { ...firstSettings, quietHours: { from: '21:00', to: '07:00' }, keys: { undo: 'Ctrl 8' } }, ['quietHours'], of.now);
    for (const part of ['setting quietHours: {"from":"21:00","to":"07:00"} (fixed)\n', 'setting keys: {"undo":"Ctrl 8"}\n', 'setting lockAfterMinutes: 10\n'])
      expect(text).toContain(part);
    expect(text).not.toContain('[object');
  });

  test('names every setting that there is', () => {
    const text = supportText(said, firstSettings, [], of.now);
    expect(Object.keys(firstSettings).filter((key) => !text.includes(`setting ${key}:`))).toEqual([]);
  });
});
