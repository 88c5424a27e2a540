// Run under fail-shim.c: erases, changes who can open the vault, tries the recovery key, restores and takes up while the n-th write, flush, rename, cut, new file or deletion fails; prints what came of each as JSON lines.
import '../fakes/counted-once.ts';
import { mkdirSync } from 'node:fs';
import { damageMet } from '../../main/vault/system-failure.ts';
import { Refused } from '../../shared/failure/failure.ts';
import { ground, smallVault } from './attacked-vault.ts';
import { cordonVerify } from './cordon-verify.ts';
import { keepingWorks } from './keeping-works.ts';
import { EIO, ENOSPC, needShim, shim } from './shim.ts';
import { addNote } from './work.ts';

// The last two are for running every call by hand in pieces: from which one on, and how many.
const [base = '', work = '', every = '1', which = 'wfrtou', first = '1', many = 'Infinity'] = process.argv.slice(2);
const at = ground(base);
needShim();

const made = await smallVault(at, `Keeping ${work}`);
await addNote(made, 'there from the beginning');
await made.close();
const { folder } = made;
const works = keepingWorks(at, made);
const doing = works[work];
if (!doing) throw new Error('no such work');

let count = 0;
/** One failing call, and everything that must hold after it. Gives null when the work made fewer calls than that. */
async function attempt(kinds: string, n: number, times: number): Promise<object | null> {
  const name = `${work} ${count++} ${kinds}${n}`;
  const live = await doing?.ready(name);
  shim(`arm/${kinds}/${n}/${times}/${(n + times) % 2 === 0 ? ENOSPC : EIO}`);
  let [shown, told] = ['', ''];
  try {
    await doing?.doing(live ?? null, name);
  } catch (error) {
    const thrown = damageMet(live?.vault.meaning(error) ?? error);
    if (!(thrown instanceof Refused)) throw new Error(`${name}, ${times === 0 ? 'for ever' : 'once'}`, { cause: error });
    shown = thrown.failure.code;
    told = JSON.stringify(thrown.failure);
  }
  const hit = shim(`seen/${n}`);
  if (times === 0) {
    await live?.close().catch((thrown: unknown) => {
      if (!(thrown instanceof Refused)) throw thrown;
    });
    shim('off');
  } else {
    shim('off');
    // It goes on in the same session.
    if (live && work !== 'take-up') await addNote(live, `after ${name}`);
    await live?.close();
  }
  const wrong: string[] = [];
  const done = await doing?.judged(name, shown, wrong);
  const verdict = await cordonVerify(at, folder, 'here', `${folder}.key`);
  if (verdict.exit !== 0 || verdict.freshness !== 'fresh') wrong.push(`verify: ${verdict.exit} ${verdict.freshness} ${JSON.stringify(verdict.failure ?? verdict.findings)}`);
  return hit ? { kinds, n, times, shown, told, done, wrong } : null;
}

mkdirSync(at.setting('here').stateFolder, { recursive: true });
for (const kinds of which) {
  const step = kinds === 'w' ? Number(every) : Math.ceil(Number(every) / 4);
  for (let n = Number(first), hit = true; hit && n < Number(first) + Number(many); n += step) {
    hit = false;
    for (const times of [1, 0]) {
      const line = await attempt(kinds, n, times);
      if (line) process.stdout.write(`${JSON.stringify(line)}\n`);
      hit ||= line !== null;
    }
  }
}
