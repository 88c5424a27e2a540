#!/usr/bin/env node
import { createReadStream, existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { clock } from './clock.ts';
import { exits, run } from './commands/run.ts';
import { askHidden } from './commands/terminal.ts';
import { childProcessJobs } from './jobs/child-process-jobs.ts';
import { stateFolder } from './settings/state-folder.ts';
import { systemRandom } from './vault/system-random.ts';

/** The entry of a job or a thread: beside this file in the source tree, in a folder of its own in the built program. */
function job(name: string): string {
  const source = path.join(import.meta.dirname, `${name}.ts`);
  return existsSync(source) ? source : path.join(import.meta.dirname, '..', name, 'index.mjs');
}

async function readDescriptor(descriptor: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of createReadStream('', { fd: descriptor })) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** A bug: its class and where it happened, never its message, which may quote the case. */
function fault(bug: unknown): void {
  const reference = Buffer.from(systemRandom(4)).toString('hex');
  const where =
    bug instanceof Error
      ? (bug.stack ?? '')
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 12)
      : [];
  process.stderr.write(
    `Something went wrong in Cordon itself (reference ${reference}). Nothing was changed.\n${bug instanceof Error ? bug.name : typeof bug}\n${where.join('\n')}\n`,
  );
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ failure: { code: 'unexpected', reference } })}\n`);
}

/** A reader that goes away (`| head`) ends the program quietly; everything else about output is a fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? exits.done : exits.no));
process.on('uncaughtException', (bug) => {
  fault(bug);
  process.exit(exits.no);
});

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // The first lets what runs end cleanly, the second does not wait.
    if (interrupted.signal.aborted) process.exit(130);
    interrupted.abort();
  });
}

const addon = process.env['CORDON_SQLITE_ADDON'];
try {
  process.exitCode = await run(process.argv.slice(2), {
    clock,
    random: systemRandom,
    readDescriptor,
    runJob: childProcessJobs({ press: job('press-job'), reader: job('reader-job') }),
    vaultSetting: {
      clock,
      random: systemRandom,
      stateFolder: stateFolder(process.platform, os.homedir(), process.env),
      databaseThread: job('database-thread'),
      ...(addon && { sqliteAddon: addon }),
    },
    signal: interrupted.signal,
    line: (text) => process.stdout.write(`${text}\n`),
    note: (text) => process.stderr.write(`${text}\n`),
    ask: (prompt) => askHidden(prompt, process.stdin, process.stderr, interrupted.signal),
  });
} catch (bug) {
  fault(bug);
  process.exitCode = exits.no;
}
// Whatever still holds the process open (a terminal, a timer) has nothing more to say once the output is written.
process.stdout.write('', () => process.exit());
