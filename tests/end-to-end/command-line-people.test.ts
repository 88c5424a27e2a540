import { afterAll, beforeAll, expect, test } from 'vitest';
import { Bench } from './cordon.ts';

const bench = new Bench();
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
