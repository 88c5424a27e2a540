import { afterAll, beforeAll, expect, test } from 'vitest';
import { entire } from '../fault/seeded.ts';
import { Bench } from './cordon.ts';

/** The built program, anew for each command, where CORDON_LONG is all, as in command-line.test.ts. */
const bench = new Bench(entire ? 'apart' : 'here');
const cheap = ['--memory-mib', '64', '--passes', '3'];
beforeAll(async () => {
  expect(await bench.make('V.cordon')).toMatchObject({ code: 0 });
  bench.write('bens', 'the passphrase of ben\n');
  bench.write('new', 'a wholly new passphrase\n');
});
afterAll(() => bench.end());

const as = (file: string, ...words: string[]) => bench.run(...words, '--passphrase-file', bench.path(file), '--json');

test('a person is added, renamed, granted and removed, each with a key of their own, and the list shows it', async () => {
  const vault = bench.path('V.cordon');
  const added = await as('passphrase', 'person', 'add', vault, '--name', 'Ben Ode', '--new-passphrase-file', bench.path('bens'), ...cheap);
  expect(added).toMatchObject({ code: 0, json: { person: { name: 'Ben Ode', state: 'person', compartments: [] } } });
  expect(await as('bens', 'list', vault)).toMatchObject({ code: 0 });
  expect(await as('bens', 'person', 'rename', vault, 'ben ode', '--to', 'Benjamin Ode')).toMatchObject({ code: 0, json: { person: { formerly: ['Ben Ode'] } } });
  expect(await as('bens', 'person', 'grant', vault, 'Benjamin Ode')).toMatchObject({ code: 1, json: { failure: { code: 'compartment-closed' } } });
  expect(await as('passphrase', 'person', 'grant', vault, 'Benjamin Ode')).toMatchObject({ code: 0, json: { person: { compartments: ['people'] } } });
  expect(await as('passphrase', 'person', 'revoke', vault, 'Benjamin Ode')).toMatchObject({ code: 0, json: { person: { compartments: [] } } });
  const removed = await bench.run('person', 'remove', vault, 'Benjamin Ode', '--passphrase-file', bench.path('passphrase'));
  expect([removed.code, removed.out]).toEqual([0, expect.stringContaining('an older copy of the folder')]);
  expect(await as('bens', 'list', vault)).toMatchObject({ code: 1, json: { failure: { code: 'wrong-passphrase' } } });
  const { people } = (await as('passphrase', 'people', vault)).json as { people: { name: string; state: string; publicKey: string | null; minisign: string | null }[] };
  expect(people.map(({ name, state }) => `${name}: ${state}`)).toEqual(['Ada Reyes: person', 'recovery key: recovery', 'Benjamin Ode: former']);
  expect(new Set(people.map(({ publicKey }) => publicKey)).size).toBe(3);
  for (const { publicKey, minisign } of people) expect(minisign === null).toBe(publicKey === null);
  expect(await as('passphrase', 'person', 'remove', vault, 'Nobody')).toMatchObject({ code: 2, json: { failure: { code: 'misuse' } } });
});

test('a lost passphrase: the recovery key writes nothing, gives a new passphrase, and the vault verifies', async () => {
  const vault = bench.path('V.cordon');
  const key = ['--recovery-key-file', bench.path('V.cordon.key')];
  expect(
    await bench.run(
      'import',
      vault,
      bench.write('none.json', '{"format":"cordon/1","records":[{"id":"a","kind":"case","number":"CASE-1","fields":{"title":"x"}}]}'),
      ...key,
      '--json',
    ),
  ).toMatchObject({
    code: 1,
    json: { failure: { code: 'vault-read-only', reason: 'recovery-key' } },
  });
  expect(await bench.run('recover', vault, ...key, '--person', 'ada reyes', '--new-passphrase-file', bench.path('new'), ...cheap, '--json')).toMatchObject({
    code: 0,
    json: { person: { name: 'Ada Reyes', state: 'person', compartments: ['people'] } },
  });
  expect(await as('passphrase', 'list', vault)).toMatchObject({ code: 1, json: { failure: { code: 'wrong-passphrase' } } });
  expect(await as('new', 'verify', vault)).toMatchObject({ code: 0, json: { ok: true, findings: [] } });
  expect(await as('new', 'passphrase', vault, '--new-passphrase-file', bench.path('passphrase'), ...cheap)).toMatchObject({ code: 0, json: { person: 'Ada Reyes' } });
  expect(await as('new', 'list', vault)).toMatchObject({ code: 1, json: { failure: { code: 'wrong-passphrase' } } });
  expect(await as('passphrase', 'list', vault)).toMatchObject({ code: 0 });
});

test('the recovery words are tried, renewed, put on a sheet and used to open a copy, and the vault keeps what came of it', async () => {
  expect(await bench.make('R.cordon')).toMatchObject({ code: 0 });
  const vault = bench.path('R.cordon');
  const words = bench.path('R.cordon.key');
  expect(await as('passphrase', 'people', vault)).toMatchObject({ json: { recovery: { confirmedAt: null, drilledAt: null } } });
  expect(await as('passphrase', 'recovery', 'confirm', vault, '--words-file', words)).toMatchObject({ code: 0, json: { recovery: { confirmedAt: expect.any(Number) } } });
  expect(await as('passphrase', 'recovery', 'drill', vault, '--words-file', words)).toMatchObject({
    code: 0,
    json: { ok: true, findings: [], recovery: { drilledAt: expect.any(Number) } },
  });
  const sheet = await as('passphrase', 'recovery', 'sheet', vault, '--words-file', words, '--out', bench.path('sheet.pdf'));
  expect(sheet).toMatchObject({ code: 0, json: { release: 'REL-001' } });
  expect(bench.read('sheet.pdf').subarray(0, 5).toString()).toBe('%PDF-');
  expect(sheet.out).not.toContain(bench.read('R.cordon.key').toString().split(' ').slice(0, 3).join(' '));
  expect(await as('passphrase', 'recovery', 'renew', vault, '--recovery-out', bench.path('renewed.key'))).toMatchObject({
    code: 0,
    json: { recovery: { confirmedAt: null, drilledAt: null } },
  });
  expect(await as('passphrase', 'recovery', 'drill', vault, '--words-file', words)).toMatchObject({ code: 1, json: { failure: { code: 'wrong-recovery-key' } } });
  expect(await as('passphrase', 'recovery', 'confirm', vault, '--words-file', bench.path('renewed.key'))).toMatchObject({ code: 0 });
  expect(await as('passphrase', 'verify', vault)).toMatchObject({ code: 0, json: { ok: true } });
});

test('an approval is signed, listed, handed to a stranger, and counts no more once the filing has changed', async () => {
  const vault = bench.path('R.cordon');
  const filing = { id: 'f', kind: 'filing', number: 'FIL-001', fields: { title: 'Summary', forum: 'agency', profile: 'outgoing', type: 'order_summary' } };
  bench.write('filing.json', JSON.stringify({ format: 'cordon/1', records: [filing] }));
  expect(await as('passphrase', 'import', vault, bench.path('filing.json'))).toMatchObject({ code: 0 });
  expect(await as('passphrase', 'approve', vault, 'FIL-001', '--as', 'approver')).toMatchObject({ code: 0, json: { number: 'APP-001', by: 'Ada Reyes' } });
  expect(await as('passphrase', 'approve', vault, 'FIL-001', '--as', 'approver')).toMatchObject({ code: 2, json: { failure: { code: 'misuse' } } });
  expect(await as('passphrase', 'approvals', vault, 'FIL-001')).toMatchObject({ code: 0, json: { approvals: [{ number: 'APP-001', standing: 'holds', role: 'approver' }] } });
  expect(await as('passphrase', 'approvals', vault, '--out', bench.path('approvals.json'))).toMatchObject({ code: 0, json: { approvals: 1 } });
  expect(JSON.parse(bench.read('approvals.json').toString())).toMatchObject({ format: 'cordon-approvals/1', approvals: [{ number: 'APP-001' }] });
  // Approvals are true of one vault only: an export does not carry them, and an import does not take them.
  expect(await as('passphrase', 'export', vault, '--out', bench.path('all.json'), '--with-privileged', 'a test')).toMatchObject({ code: 0 });
  expect(bench.read('all.json').toString()).not.toContain('minisig');
  expect(await as('passphrase', 'verify', vault)).toMatchObject({ code: 0, json: { ok: true } });
});
