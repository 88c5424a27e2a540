import fc from 'fast-check';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer } from '../../shared/failure/failure.ts';
import { openVault, type Transaction, type Vault } from '../vault/vault.ts';
import { readDraftsFile } from '../vault/drafts-file.ts';
import { copyOf } from '../vault/test-vault.ts';
import { unlock } from '../vault/unlock.ts';
import { makeTestVault, testPassphrase, type TestVault } from './test-vault.ts';
import { openRecords, type Records } from './records.ts';
import { writingIn } from './writing.ts';

let home: TestVault;
let aside: string;
let base: string;
beforeAll(async () => {
  home = await makeTestVault();
  aside = path.join(home.vault.folder, 'vault.drafts');
  base = path.dirname(home.vault.folder);
  for (const title of ['one', 'other']) await home.records.change(null, (w) => w.create('note', { caseId: null, fields: { title, type: 'note', body: 'x' } }));
});
afterAll(() => home.end());

const notes = () => home.records.reading().all('note');
const draftOf = (records: Records, form: string, record: string | null = null) => records.drafts.read(form, record)?.body ?? null;

/** An act in three slices, each of which changes all notes; `after` is called after each. */
async function actInSlices(vault: Vault, after: (slice: number) => void, signal?: AbortSignal): Promise<void> {
  function* slices() {
    let begun: ReturnType<typeof writingIn> | undefined;
    for (let slice = 0; slice < 3; slice++) {
      yield (tx: Transaction) => {
        const { writing } = (begun ??= writingIn(tx, { now: home.setting.clock, random: home.setting.random, seals: vault }, null));
        for (const one of writing.all('note')) writing.update(one.id, { tags: [...one.tags, `${tx.seq}`] });
      };
      after(slice);
    }
    yield () => begun?.finish();
  }
  await vault.changeInSlices({}, slices(), signal);
}

/** Does a long act, and `meanwhile` after each of its slices, with what comes of the drafts typed there. It is cancelled after the second when `cancelled`. */
async function longAct(meanwhile: (slice: number) => readonly Promise<unknown>[], cancelled = false): Promise<void> {
  const stop = new AbortController();
  const saving: Promise<unknown>[] = [];
  const after = (slice: number): void => {
    saving.push(...meanwhile(slice));
    if (cancelled && slice === 1) stop.abort();
  };
  expect((await answer(() => actInSlices(home.vault, after, stop.signal))).ok).toBe(!cancelled);
  await Promise.all(saving);
}

/** Opens what lies in a folder as a computer does that saw nothing of it, for `look`. */
async function opened(folder: string, look: (records: Records, vault: Vault) => Promise<void>, passphrase: Uint8Array = Buffer.from(testPassphrase)): Promise<void> {
  const vault = await openVault(folder, { passphrase }, { ...home.setting, stateFolder: `${folder}.state` });
  const records = openRecords(vault, home.setting);
  try {
    await look(records, vault);
  } finally {
    records.close();
    await vault.close();
    rmSync(folder, { recursive: true, force: true });
    rmSync(`${folder}.state`, { recursive: true, force: true });
  }
}
const checked = (records: Records, vault: Vault) => vault.verify({ upgrade: records.upgrade, compare: records.compare });
/** Waits for all that has been asked of a vault. */
const settled = (vault: Vault) => vault.change({}, () => undefined);

test('what is typed while many records are changed is found at once, and stays when that is cancelled', async () => {
  await home.records.drafts.save('note', null, { title: 'before' });
  const before = notes().map((one) => one.tags);
  await longAct((slice) => {
    const saving = slice === 0 ? [home.records.drafts.save('note', null, { title: 'typed meanwhile' })] : [];
    expect(draftOf(home.records, 'note')).toEqual({ title: 'typed meanwhile' });
    return saving;
  }, true);
  expect(notes().map((one) => one.tags)).toEqual(before);
  expect(draftOf(home.records, 'note')).toEqual({ title: 'typed meanwhile' });
  expect(existsSync(aside)).toBe(false);
});

test('a draft that is discarded while it waits does not come back', async () => {
  const saving = home.records.drafts.save('note', null, { title: 'thrown away' });
  await home.records.drafts.discard('note', null);
  await saving;
  expect(home.records.drafts.read('note', null)).toBeNull();
});

test('what is kept while a long act runs is on the disk by then, sealed, and in the table once the act is over', async () => {
  let kept = 0;
  let during = 0;
  await longAct((slice) => {
    if (slice === 0) return [home.records.drafts.save('note', null, { title: 'Canary bassoon' }).then(() => kept++)];
    during = Math.max(during, kept);
    expect(readFileSync(aside).includes('bassoon')).toBe(false);
    return [];
  });
  expect(during).toBe(1);
  expect(existsSync(aside)).toBe(false);
  expect(home.vault.reader.prepare<unknown[], string>("SELECT body FROM draft WHERE form = 'note'").pluck().get()).toContain('Canary bassoon');
});

test('a kill in the midst of a long act leaves every draft that was kept and nothing of the act, whatever was typed and discarded', async () => {
  const [edited = '', other = ''] = notes().map((one) => one.id);
  const typing = fc.record({ form: fc.constantFrom('note', 'order'), record: fc.constantFrom(null, edited, other), text: fc.option(fc.string({ maxLength: 30 }), { nil: null }) });
  let round = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(typing, { maxLength: 3 }),
      fc.array(fc.array(typing, { maxLength: 3 }), { minLength: 3, maxLength: 3 }),
      fc.nat(2),
      async (before, during, killedIn) => {
        const folder = path.join(base, `Killed ${round++}.cordon`);
        const kept = new Map<string, { form: string; record: string | null; text: string | null }>();
        const type = (one: (typeof before)[number]): Promise<unknown> => {
          kept.set(`${one.form} ${one.record}`, one);
          return one.text === null ? home.records.drafts.discard(one.form, one.record) : home.records.drafts.save(one.form, one.record, { text: one.text });
        };
        for (const one of before) await type(one);
        const entries = home.vault.seqAt(Number.MAX_SAFE_INTEGER);
        const expected = new Map<string, { form: string; record: string | null; text: string | null }>();
        await longAct((slice) => {
          const saving = (during[slice] ?? []).map(type);
          if (slice !== killedIn) return saving;
          copyOf(home.vault.folder, folder);
          for (const [key, one] of kept) expected.set(key, one);
          return saving;
        });
        await opened(folder, async (records, vault) => {
          expect(vault.seqAt(Number.MAX_SAFE_INTEGER)).toBe(entries);
          const found = () => [...expected.values()].map(({ form, record }) => draftOf(records, form, record));
          const typed = [...expected.values()].map(({ text }) => (text === null ? null : { text }));
          expect(found()).toEqual(typed);
          await settled(vault);
          expect(found()).toEqual(typed);
          expect(existsSync(path.join(folder, 'vault.drafts'))).toBe(false);
          expect(vault.notices).toEqual([]);
        });
      },
    ),
    { numRuns: 5, seed: 20_261_126 },
  );
});

/** What a kill in the midst of a long act leaves, with this draft of a new note put aside. */
async function killedWhileTyping(name: string, text: string): Promise<string> {
  const folder = path.join(base, `${name}.cordon`);
  await longAct((slice) => {
    if (slice > 0) return [];
    const saving = home.records.drafts.save('note', null, { text });
    copyOf(home.vault.folder, folder);
    return [saving];
  }, true);
  await home.records.drafts.discard('note', null);
  return folder;
}

test('what was put aside before does not come back once it is in the table, though somebody puts the file there again', async () => {
  const folder = await killedWhileTyping('Replayed', 'typed once');
  const file = path.join(folder, 'vault.drafts');
  const old = `${folder}.old`;
  copyFileSync(file, old);
  const again = path.join(base, 'Again.cordon');
  await opened(folder, async (records, vault) => {
    await settled(vault);
    expect(draftOf(records, 'note')).toEqual({ text: 'typed once' });
    await records.drafts.discard('note', null);
    copyOf(folder, again);
  });
  renameSync(old, path.join(again, 'vault.drafts'));
  await opened(again, async (records, vault) => {
    expect(draftOf(records, 'note')).toBeNull();
    await settled(vault);
    expect(draftOf(records, 'note')).toBeNull();
    expect(vault.notices).toEqual([]);
  });
});

test('what a program that knows no such file kept later stands', async () => {
  const folder = await killedWhileTyping('Older program', 'typed first');
  const vault = await openVault(folder, { passphrase: Buffer.from(testPassphrase) }, { ...home.setting, stateFolder: `${folder}.state` });
  await vault.change({}, (tx) => tx.db.prepare("INSERT OR REPLACE INTO draft(form, record, body, at) VALUES ('note', '', ?, ?)").run('{"text":"typed later"}', home.now() + 1));
  await vault.close();
  await opened(folder, async (records, again) => {
    await settled(again);
    expect(draftOf(records, 'note')).toEqual({ text: 'typed later' });
  });
});

const damages: Readonly<Record<string, (file: string) => void>> = {
  'cut short': (file) => truncateSync(file, statSync(file).size - 1),
  empty: (file) => truncateSync(file, 0),
  'of a gigabyte': (file) => truncateSync(file, 2 ** 30),
  'of another vault': (file) => writeFileSync(file, Buffer.from(readFileSync(file).toReversed())),
  'a folder': (file) => {
    rmSync(file);
    mkdirSync(path.join(file, 'own things'), { recursive: true });
  },
};
test.each(Object.entries(damages))('a file of drafts that is %s stops nothing and is told; what is typed then is kept', async (name, damage) => {
  const folder = await killedWhileTyping(`Damaged ${name}`, 'typed');
  const file = path.join(folder, 'vault.drafts');
  damage(file);
  await opened(folder, async (records, vault) => {
    expect(vault.readOnly).toBeNull();
    expect(vault.notices.map(({ part }) => part)).toEqual(['vault.drafts']);
    expect((await checked(records, vault)).findings.map(({ part }) => part)).toEqual(['vault.drafts']);
    expect(draftOf(records, 'note')).toBeNull();
    await records.drafts.save('note', null, { text: 'typed again' });
    expect(draftOf(records, 'note')).toEqual({ text: 'typed again' });
    // What is no file of ours stays where it is.
    expect(existsSync(file)).toBe(name === 'a folder');
  });
});

test('a draft about a person that waits in the file is sealed there for its compartment: whoever never held it, or holds it no more, reads it neither there nor in the table', async () => {
  const word = 'qxcelestaqx';
  const passphraseOf = (name: string) => Buffer.from(`${testPassphrase} of ${name}`);
  const { people } = home.vault;
  await people.add({ name: 'Ben Stone', passphrase: passphraseOf('Ben') }, []);
  const { slot } = await people.add({ name: 'Cleo Marsh', passphrase: passphraseOf('Cleo') }, ['people']);
  const [form, folder] = ['new access_determination', path.join(base, 'About a person.cordon')];
  const draft = (records: Records) => draftOf(records, form);
  const { keys } = await unlock(home.vault.folder, { passphrase: Buffer.from(testPassphrase) });
  const whole = path.join(base, 'Before.cordon');
  await longAct((slice) => {
    if (slice > 0) return [];
    const saving = home.records.drafts.save(form, null, { person: word });
    copyOf(home.vault.folder, whole);
    return [saving];
  }, true);
  // With the key of the file, which everybody has who opens the vault, there is no word of it.
  const { plain } = readDraftsFile(whole, home.vault.id, keys.drafts);
  // Proof of the cast: what was put aside a moment ago.
  const { drafts } = JSON.parse(Buffer.from(plain ?? []).toString()) as { drafts: { form: string; body: string }[] };
  const body = drafts.find((one) => one.form === form)?.body ?? '';
  expect([drafts.map((one) => one.form), Buffer.from(body, 'base64').includes(word), body.includes(word)]).toEqual([[form], false, false]);
  expect(Buffer.from(home.vault.unseal('people', Buffer.from(body, 'base64')) ?? []).toString()).toBe(JSON.stringify({ person: word }));

  const reads = async (passphrase: Buffer) => {
    copyOf(whole, folder);
    let said: unknown[] = [];
    await opened(
      folder,
      async (records, vault) => {
        const first = draft(records);
        await settled(vault);
        said = [first, draft(records), vault.reader.prepare('SELECT body FROM draft WHERE form = ?').pluck().get(form)];
      },
      passphrase,
    );
    return said;
  };
  expect(await reads(passphraseOf('Ben'))).toEqual([null, null, body]);
  expect(await reads(passphraseOf('Cleo'))).toEqual([{ person: word }, { person: word }, body]);
  expect(await reads(Buffer.from(testPassphrase))).toEqual([{ person: word }, { person: word }, body]);

  // What is put aside after a compartment was taken away.
  await people.revoke(slot, 'people');
  await longAct((slice) => {
    if (slice > 0) return [];
    const saving = home.records.drafts.save(form, null, { person: word });
    copyOf(home.vault.folder, whole);
    return [saving];
  }, true);
  const [first, then] = await reads(passphraseOf('Cleo'));
  expect([first, then]).toEqual([null, null]);
  expect((await reads(Buffer.from(testPassphrase)))[1]).toEqual({ person: word });
  // Nor can they put anything in its place that would seem to be sealed.
  copyOf(whole, folder);
  await opened(
    folder,
    async (records) => {
      expect(await answer(() => records.drafts.save(form, null, { person: 'other' }))).toMatchObject({ ok: false, failure: { code: 'compartment-closed' } });
    },
    passphraseOf('Ben'),
  );
  await home.records.drafts.discard(form, null);
});

test('of a record that is erased while its draft waits nothing comes back', async () => {
  const { id, number } = (await home.records.change(null, (w) => w.create('note', { caseId: null, fields: { title: 'goes', type: 'note', body: 'x' } }))).result;
  const after: Promise<unknown>[] = [];
  await longAct((slice) => {
    if (slice > 0) return [];
    const erasing = home.records.erase([number], { kind: 'clawback', paper: 'Letter of 3 January 2031', reason: 'Sent by mistake.' });
    // Once the erasure waits for its turn, too late to be taken along by it.
    after.push(
      new Promise((resolve) => setImmediate(resolve)).then(() => home.records.drafts.save('note', id, { text: 'bassoon' })),
      erasing.then(() => expect(existsSync(aside)).toBe(false)),
    );
    return [];
  });
  await Promise.all(after);
  expect(home.vault.reader.prepare('SELECT count(*) FROM draft WHERE record = ?').pluck().get(id)).toBe(0);
});

test('where there is no way to put it aside, that is said, and it is written when its turn comes', async () => {
  mkdirSync(aside);
  const said: unknown[] = [];
  await longAct((slice) => (slice > 0 ? [] : [answer(() => home.records.drafts.save('note', null, { text: 'no way' })).then((one) => said.push(one))]));
  expect(said).toMatchObject([{ ok: false, failure: { code: 'file-unwritable' } }]);
  await settled(home.vault);
  expect(draftOf(home.records, 'note')).toEqual({ text: 'no way' });
  rmSync(aside, { recursive: true });
});

test('a vault that is closed in the midst of it keeps what was typed', async () => {
  const folder = await killedWhileTyping('Closed', 'before it is closed');
  const setting = { ...home.setting, stateFolder: `${folder}.state` };
  const vault = await openVault(folder, { passphrase: Buffer.from(testPassphrase) }, setting);
  const records = openRecords(vault, setting);
  const act = actInSlices(vault, () => {});
  await records.drafts.save('order', null, { text: 'while it closes' });
  const closing = vault.close();
  await act;
  await closing;
  expect(await answer(() => records.drafts.save('order', null, { text: 'too late' }))).toMatchObject({ ok: false, failure: { code: 'vault-locked' } });
  records.close();
  expect(existsSync(path.join(folder, 'vault.drafts'))).toBe(false);
  await opened(folder, async (again) => {
    expect([draftOf(again, 'note'), draftOf(again, 'order')]).toEqual([{ text: 'before it is closed' }, { text: 'while it closes' }]);
  });
});

test('a draft ends in the commit that records what it held: never offered beside its record, and still there where nothing was recorded', async () => {
  const { records } = home;
  const create = (more: object = {}) =>
    records.change(null, (w) => w.create('note', { caseId: null, fields: { title: 'typed', type: 'note', body: 'x', ...more } }), { form: 'note', record: null });
  const rows = () => home.vault.reader.prepare("SELECT count(*) AS n FROM draft WHERE form = 'note' AND record = ''").get() as { n: number };
  await records.drafts.save('note', null, { title: 'typed' });
  await expect(create({ title: undefined })).rejects.toThrow();
  expect([rows().n, draftOf(records, 'note')]).toEqual([1, { title: 'typed' }]);
  // Looked at while the commit is told, before anything else can be asked of the vault.
  const seen: unknown[] = [];
  const deaf = home.vault.onCommit(() => void seen.push(rows().n));
  await create();
  deaf();
  expect([seen, draftOf(records, 'note')]).toEqual([[0], null]);
  await records.drafts.save('note', null, { title: 'the next' });
  expect(draftOf(records, 'note')).toEqual({ title: 'the next' });
  await records.drafts.discard('note', null);
});

test('a form too long to be kept is refused with what to do about it', async () => {
  expect(await answer(() => home.records.drafts.save('note', null, 'x'.repeat(4_000_001)))).toMatchObject({
    ok: false,
    failure: { code: 'misuse', why: expect.stringMatching(/exhibit/) },
  });
});
