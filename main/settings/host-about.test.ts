import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromHome } from './host-about.ts';
import { hostAnswers } from './host-answers.ts';
import { settings } from './settings.ts';

const about = {
  versions: [['Cordon', '1']] satisfies [string, string][],
  now: () => 1000,
  random: (bytes: number) => new Uint8Array(bytes).fill(0xab),
  requests: () => ({ served: 3, refused: 1 }),
  places: { state: null, vaults: null },
};
const fault = { at: 5, reference: '0badc0de', where: 'vault' as const, operation: 'records.list', error: 'TypeError', frames: ['f a.ts:1'] };

describe('what a host says of itself', () => {
  test('a folder is told from home on, and not at all outside', () => {
    const home = path.resolve('/home/somebody');
    expect(fromHome(path.join(home, '.local', 'state', 'cordon'), home)).toBe(path.join('~', '.local', 'state', 'cordon'));
    expect(fromHome(path.resolve('/mnt/case'), home)).toBeNull();
    expect(fromHome(path.resolve('/home/somebody-else/x'), home)).toBeNull();
  });

  test('requests are counted by the guards and not here', () => {
    const counts = { served: 3, refused: 1 };
    const answers = hostAnswers(settings(new Map()), null, { ...about, requests: () => counts });
    counts.refused = 7;
    expect(answers['diagnostics.read']().requests).toEqual({ served: 3, refused: 7 });
    expect(answers['diagnostics.read']().startedAt).toBe(1000);
  });

  test('the vault a start pointed at stands before all others and is marked, until it is opened', () => {
    let at: string | null = path.resolve('/cases/Case.cordon');
    const handed = { now: () => at, opened: (folder: string) => void (folder === at && (at = null)) };
    const known = settings(new Map());
    known.remember({ id: 'a', path: path.resolve('/cases/Old.cordon'), openedAt: 7 }, []);
    const answers = hostAnswers(known, null, about, undefined, undefined, null, handed);
    const lines = () => answers['recent.list']().vaults.map((line) => [path.basename(line.path ?? ''), 'handed' in line && line.handed === true, line.listed]);
    expect(lines()).toEqual([
      ['Case.cordon', true, false],
      ['Old.cordon', false, true],
    ]);
    answers['recent.remember']({ id: 'b', path: path.resolve('/cases/Case.cordon'), openedAt: 9, replaces: [] });
    expect(lines()).toEqual([
      ['Case.cordon', false, true],
      ['Old.cordon', false, true],
    ]);
  });

  test('faults are kept, newest first, thirty of them; what is there in another shape is not read', () => {
    const store = new Map<string, unknown>([['faults', [{ message: 'tamarind' }]]]);
    const answers = hostAnswers(settings(store), null, about);
    expect(answers['diagnostics.read']().faults).toEqual([]);
    answers['fault.note'](fault);
    answers.ended();
    expect(answers['diagnostics.read']().faults.map(({ where, reference }) => [where, reference])).toEqual([
      ['ended', 'abababab'],
      ['vault', '0badc0de'],
    ]);
    answers['fault.note']({ ...fault, where: 'window', at: 2000 });
    expect(answers['diagnostics.read']().faults[0]?.where).toBe('window');
    expect(JSON.stringify([...store])).not.toContain('"window"');
    for (let at = 0; at < 40; at++) answers['fault.note']({ ...fault, at });
    expect(answers['diagnostics.read']().faults.filter(({ where }) => where !== 'window')).toHaveLength(30);
    expect(answers['diagnostics.read']().faults[1]?.at).toBe(39);
  });
});
