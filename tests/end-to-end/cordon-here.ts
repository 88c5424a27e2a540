import path from 'node:path';
import { clock } from '../../main/clock.ts';
import { quietOutside } from '../../main/commands/quiet-outside.test-support.ts';
import { run } from '../../main/commands/run.ts';
import { childProcessJobs } from '../../main/jobs/child-process-jobs.ts';
import { stateFolder } from '../../main/settings/state-folder.ts';
import { systemRandom } from '../../main/vault/system-random.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** As in cordon.ts: what was built where npm test built it. */
const job = (name: string) => path.join(root, process.env['CORDON_TEST'] === '1' ? `dist/${name}/index.mjs` : `main/${name}.ts`);
const runJob = childProcessJobs({ press: job('press-job'), reader: job('reader-job') });

/** Runs one command line in this process, from the source, with its state under `state`; only its jobs are processes of their own. */
export async function cordonHere(words: readonly string[], state: string): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await run(
    words,
    quietOutside({
      clock,
      random: systemRandom,
      runJob,
      vaultSetting: { clock, random: systemRandom, stateFolder: stateFolder(process.platform, '', { XDG_STATE_HOME: state, LOCALAPPDATA: state }) },
      line: (text) => void (said.out += `${text}\n`),
      note: (text) => void (said.err += `${text}\n`),
    }),
  );
  return { code, ...said };
}
