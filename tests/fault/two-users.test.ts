import { spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { filesOf, ground, passphrase, smallVault } from './attacked-vault.ts';
import { intake } from './work.ts';

const at = ground();
afterAll(() => at.clear());
/** Only the administrator can be two users in turn. */
const missing = process.getuid?.() === 0 ? null : 'only root can become two other users';

const group = 4242;
const users = { ada: 4001, ben: 4002 } as const;
chmodSync(at.path, 0o755);
for (const [name, user] of Object.entries(users)) {
  mkdirSync(path.join(at.path, name), { mode: 0o700 });
  if (missing === null) chownSync(path.join(at.path, name), user, group);
}

interface Came {
  readonly readOnly?: string | null;
  readonly ok?: boolean;
  readonly findings?: readonly unknown[];
  readonly notices?: readonly unknown[];
  readonly freshness?: string;
  readonly notes?: readonly string[];
  readonly failure?: object;
  readonly open?: true;
}

/** What a user's program says first; with `keep`, it goes on until it is ended. */
function as(user: keyof typeof users, folder: string, doing: string, keep?: (end: () => Promise<void>) => void): Promise<Came> {
  const child = spawn(process.execPath, [
    '--no-warnings',
    path.join(import.meta.dirname, 'two-users-child.ts'),
    folder,
    path.join(at.path, user),
    passphrase,
    String(users[user]),
    doing,
  ]);
  const gone = new Promise<void>((resolve) => void child.on('close', () => resolve()));
  keep?.(() => (child.kill('SIGKILL'), gone));
  return new Promise((resolve, reject) => {
    let [out, errors] = ['', ''];
    // Proof of the cast: our own child prints nothing else.
    const said = () => JSON.parse(out) as Came;
    child.stderr.on('data', (data: Buffer) => void (errors += data.toString()));
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString();
      if (keep !== undefined && out.includes('\n')) resolve(said());
    });
    // Whoever says all and goes still closes the vault behind it.
    child.on('close', () => (out.includes('\n') ? resolve(said()) : reject(new Error(errors))));
  });
}

/** A vault that belongs to Ada, and to nobody else or to the group too. */
async function ofAda(name: string, shared: boolean): Promise<string> {
  const live = await smallVault(at, name);
  await intake(live, 'exhibit.bin', Buffer.alloc(70_000, 7));
  await live.close();
  const all = [live.folder, ...readdirSync(live.folder, { recursive: true }).map((file) => path.join(live.folder, String(file)))];
  const files = new Set(filesOf(live.folder).map((file) => path.join(live.folder, file)));
  for (const one of all) {
    chownSync(one, users.ada, group);
    chmodSync(one, files.has(one) ? (shared ? 0o660 : 0o644) : shared ? 0o770 : 0o755);
  }
  return live.folder;
}

test('two users of one computer who share a folder by their group: each can open what the other wrote, keys and files included', async ({ skip }) => {
  if (missing) skip(missing);
  const folder = await ofAda('Shared', true);
  expect(await as('ben', folder, 'write')).toMatchObject({ readOnly: null, ok: true, findings: [], notices: [] });
  expect(await as('ada', folder, 'write')).toMatchObject({ readOnly: null, ok: true, findings: [], notices: [], notes: [`by ${users.ben}`, `by ${users.ada}`] });
  expect(await as('ben', folder, 'look')).toMatchObject({ readOnly: null, ok: true, findings: [], notices: [], notes: [`by ${users.ben}`, `by ${users.ada}`] });
});

test('a user who may only read is told that it is open elsewhere while its owner writes, and reads it afterwards; files that are not theirs to read are no damage', async ({
  skip,
}) => {
  if (missing) skip(missing);
  const folder = await ofAda('Readable', false);
  let end = () => Promise.resolve();
  expect(await as('ada', folder, 'write on', (given) => void (end = given))).toEqual({ open: true });
  for (let look = 0; look < 3; look++) expect(await as('ben', folder, 'look')).toEqual({ failure: { code: 'vault-open-elsewhere', file: 'Readable.cordon' } });
  await end();
  expect(await as('ada', folder, 'look')).toMatchObject({ readOnly: null, ok: true });
  for (const file of readdirSync(folder)) if (file.startsWith('checkpoint')) chmodSync(path.join(folder, file), 0o644);
  const read = await as('ben', folder, 'look');
  expect(read).toMatchObject({ readOnly: 'read-only-folder', notices: [] });
  expect(read.notes?.length).toBeGreaterThan(0);
  for (const copy of ['slots.a', 'slots.b']) chmodSync(path.join(folder, copy), 0o600);
  expect(await as('ben', folder, 'look')).toEqual({ failure: { code: 'file-unreadable', file: 'slots.a', why: 'you are not allowed to read it' } });
});
