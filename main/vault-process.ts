import path from 'node:path';
import { vaultDesk, type VaultDesk } from './bridge/vault-desk.ts';
import { clock } from './clock.ts';
import { childProcessJobs } from './jobs/child-process-jobs.ts';
import { portedJobs } from './jobs/ported-jobs.ts';
import { placesInProgram } from '../shared/failure/places-in-program.ts';
import { hostContract, vaultContract } from '../shared/contract/host.ts';
import { line } from '../shared/contract/line.ts';
import { hostedJobs } from './jobs/hosted-jobs.ts';
import { parentChannel } from './bridge/parent-channel.ts';
import { systemRandom } from './vault/system-random.ts';

declare const __TEST_DOORS__: boolean;

// What it says to a screen that went with the host is said to nobody.
process.stderr.on('error', () => {});
const parent = parentChannel();
const built = (entry: string) => path.join(import.meta.dirname, '..', entry, 'index.mjs');
let desk: VaultDesk | undefined;

/** A bug, told without a word of any case: the place in the program, and a reference that the window shows. */
function fault(bug: unknown, operation: string): string {
  const reference = Buffer.from(systemRandom(4)).toString('hex');
  const frames = bug instanceof Error ? placesInProgram(bug.stack ?? '') : [];
  const error = bug instanceof Error ? bug.name.replaceAll(/[^\w.$-]/g, '').slice(0, 60) || 'Error' : typeof bug;
  process.stderr.write(`fault ${reference} in ${operation}: ${error}\n${frames.map((frame) => `    at ${frame}\n`).join('')}`);
  // Kept by the host, so that it can be read after this process is gone.
  void host.ask('fault.note', { at: clock().instant, reference, where: 'vault', operation, error, frames }).catch(() => {});
  return reference;
}

const host = line(
  parent.line,
  vaultContract,
  {
    start: async ({ host: kind, build, region, stateFolder, vaultsFolder, sqliteAddon, lockedBecause, sample }) => {
      const runJob = parent.jobPort ? portedJobs(hosted.start) : childProcessJobs({ press: built('press-job'), reader: built('reader-job') });
      desk = vaultDesk({
        host: kind,
        build,
        region,
        clock,
        random: systemRandom,
        lockedBecause,
        vaultsFolder,
        line: host,
        runJob,
        fault,
        checkReplies: __TEST_DOORS__,
        vaultSetting: { clock, random: systemRandom, stateFolder, databaseThread: built('database-thread'), ...(sqliteAddon !== null && { sqliteAddon }) },
      });
      if (sample !== null) await desk.open(sample);
      return {};
    },
    grant: async ({ paths }) => ({ files: (await desk?.grant(paths)) ?? [] }),
    lock: async ({ because }) => {
      await desk?.lock(because);
      return {};
    },
    'menu.act': ({ act }) => {
      desk?.menu(act);
      return {};
    },
    'job.ended': ({ job, why }) => {
      hosted.ended(job, why);
      return {};
    },
  },
  hostContract,
);
const hosted = hostedJobs(
  (entry, memoryMiB) => host.ask('job.start', { entry, memoryMiB }).then(({ job }) => job),
  (job) => void host.ask('job.kill', { job }).catch(() => {}),
);
parent.jobPort?.((job, port) => hosted.connected(job, port));
parent.onWindow((end, gone) => {
  const leave = desk?.connect(end);
  if (leave) gone(leave);
});
