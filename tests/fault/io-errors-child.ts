// Run under fail-shim.c: does a piece of work on a vault while its n-th write, flush, rename or read fails, for every n, and prints what came of it as JSON lines.
import '../fakes/counted-once.ts';
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { backUp } from '../../main/exchange/back-up.ts';
import { fileDestination } from '../../main/exchange/file-destination.ts';
import { compareRow } from '../../main/records/compare-row.ts';
import { damageMet } from '../../main/vault/system-failure.ts';
import { bytesOf } from '../../main/vault/test-vault.ts';
import { Refused } from '../../shared/failure/failure.ts';
import { upgraded } from '../../shared/records/upgrade.ts';
import { ground, looked, reopened, smallVault } from './attacked-vault.ts';
import { cordonVerify } from './cordon-verify.ts';
import { EIO, ENOSPC, needShim, shim } from './shim.ts';
import { addNote, intake, type Live } from './work.ts';

const [base = '', work = '', failing = '', every = '1', everyRare = '1'] = process.argv.slice(2);
const at = ground(base);
needShim();

/** What a check found, which is the answer no and no failure. */
class Found extends Error {}

/** Does the work under a name and gives what shows afterwards that it was done. */
const works: Readonly<Record<string, (live: Live, name: string) => Promise<string>>> = {
  change: (live, name) => addNote(live, name, 'words of a note '.repeat(200)),
  intake: async (live, name) => (await intake(live, name, randomBytes(150_000))).sha256,
  backup: async ({ vault }, name) => (await backUp(vault, { destination: fileDestination(backupFile(name), 'x') })).sha256,
  verify: async ({ vault }) => {
    const { ok, findings } = await vault.verify({ upgrade: upgraded, compare: compareRow });
    if (!ok) throw new Found(findings.map(({ part, what }) => `${part}: ${what}`).join('; '));
    return '';
  },
  // The opening itself is done while it fails; afterwards the vault must be as good as any.
  opening: (live, name) => addNote(live, name),
};
const backupFile = (name: string) => path.join(base, `${name}.backup`);

const made = await smallVault(at, `Failing ${work}`);
await made.close();
const { folder, recoveryWords: words } = made;
const acknowledged = new Map<string, string>();
const tried = new Set<string>();
let count = 0;
/** One failing call, and everything that must hold after it. Gives null when the work made fewer calls than that. */
async function attempt(kinds: string, n: number, times: number, errno: number): Promise<object | null> {
  const name = `${work} ${count++} ${kinds}${n}`;
  tried.add(name);
  let live = work === 'opening' ? null : await reopened(at, folder);
  const doing = works[work];
  if (!doing) throw new Error('no such work');
  const arm = () => shim(`arm/${kinds}/${n}/${times}/${errno}`);
  arm();
  let shown = '';
  let told = '';
  try {
    live ??= await reopened(at, folder);
    if (work === 'opening') shim('off');
    const shows = await doing(live, name);
    if (work !== 'verify') acknowledged.set(name, shows);
  } catch (error) {
    // What the edges of the program do with everything that is thrown.
    const thrown = damageMet(live?.vault.meaning(error) ?? error);
    if (!(thrown instanceof Refused || thrown instanceof Found)) throw thrown;
    shown = thrown instanceof Refused ? thrown.failure.code : 'findings';
    told = thrown instanceof Refused ? JSON.stringify(thrown.failure) : thrown.message;
  }
  const hit = shim(`seen/${n}`);
  // Where it fails for ever, closing fails too; else the vault must go on in the same session.
  let closing = '';
  if (times === 0 && live) {
    await live.close().catch((thrown: unknown) => {
      if (!(thrown instanceof Refused)) throw thrown;
      closing = thrown.failure.code;
    });
    shim('off');
  } else {
    shim('off');
    const after = `${work} after ${name}`;
    tried.add(after);
    live ??= await reopened(at, folder);
    if (shown !== '') {
      const shows = await doing(live, after);
      if (work !== 'verify') acknowledged.set(after, shows);
    }
    await live.close();
  }
  // By the recovery key, which costs no hashing: a trial should be cheap enough to make them all.
  const verdict = await cordonVerify(at, folder, 'here', `${folder}.key`);
  const again = await looked(at, folder, words);
  const notices = again.vault.notices.map(({ part, what }) => `${part}: ${what}`);
  const readOnly = again.vault.readOnly;
  const titles =
    work === 'backup'
      ? readdirSync(base).flatMap((file) => (file.endsWith('.backup') ? [file.slice(0, -7)] : []))
      : again.records
          .reading()
          .all(work === 'intake' ? 'evidence_item' : 'note')
          .map(({ fields }) => fields.title);
  const left = readdirSync(folder).filter((file) => /\.tmp$|copy-/.test(file));
  const lost = [...acknowledged.keys()].filter((one) => !titles.includes(one));
  const unknown = titles.filter((one) => one.startsWith(work) && !tried.has(one));
  const sha256 = acknowledged.get(name);
  if (work === 'intake' && sha256 !== undefined) {
    const stored = createHash('sha256')
      .update(await bytesOf(again.vault, sha256))
      .digest('hex');
    if (stored !== sha256) lost.push(`${name}: other bytes`);
  }
  if (work === 'backup')
    for (const [backup, digest] of acknowledged) {
      if (
        createHash('sha256')
          .update(readFileSync(backupFile(backup)))
          .digest('hex') !== digest
      )
        lost.push(`${backup}: other bytes`);
      // Looked at once: the next ones need the room.
      rmSync(backupFile(backup));
      acknowledged.delete(backup);
    }
  await again.close();
  return hit ? { kinds, n, times, errno, shown, told, closing, doneAllTheSame: shown !== '' && titles.includes(name), verdict, notices, readOnly, lost, unknown, left } : null;
}

/** Runs until the work makes fewer such calls than `n`, `step` at a time. */
async function all(kinds: string, step: number, howOften: readonly number[], errno: (n: number, times: number) => number): Promise<void> {
  for (let n = 1, made = true; made; n += step) {
    made = false;
    for (const times of howOften) {
      const line = await attempt(kinds, n, times, errno(n, times));
      if (line) process.stdout.write(`${JSON.stringify(line)}\n`);
      made ||= line !== null;
    }
  }
}

if (failing === 'writes')
  // Every call fails once, and from each call on everything fails; the two kinds of error take turns. Of the many writes of a short run, only some.
  for (const kinds of ['w', 'f', 'r', 't', 'o', 'u']) await all(kinds, Number(kinds === 'w' ? every : everyRare), [1, 0], (n, times) => ((n + times) % 2 === 0 ? ENOSPC : EIO));
// A place that cannot be read, and a drive that gives nothing any more.
if (failing === 'reads') await all('d', Number(every), [1, 0], () => EIO);
// A drive that is pulled: from the n-th call of any kind on, every call of every kind fails.
if (failing === 'pulled') await all('wfrtuode', Number(every), [0], () => EIO);
