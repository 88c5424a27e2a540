import type { Clock } from '../../shared/calendar/clock.ts';
import type { Destination } from '../exchange/destination.ts';
import { release, type Manifest } from '../exchange/release.ts';
import type { RunJob } from '../jobs/run-job.ts';
import type { Records } from '../records/records.ts';
import type { Vault } from '../vault/vault.ts';
import type { PressProgress } from './press/press.ts';
import { pressed } from './press/press-job.ts';

interface House {
  readonly vault: Vault;
  readonly records: Records;
  readonly clock: Clock;
  readonly runJob: RunJob;
}

/**
 * Presses the sheet with the recovery words and lets it leave through the one exit, which records that it was made and never what it says. The press is
 * a process that is killed afterwards; the file is a key and has to be printed and deleted. Refuses what `pressed` and `release` refuse.
 */
export async function pressRecoverySheet(
  { vault, records, clock, runJob }: House,
  words: readonly string[],
  destination: Destination,
  options: { readonly signal?: AbortSignal; readonly tell?: (progress: PressProgress) => void; readonly paper?: 'us-letter' | 'a4' } = {},
): Promise<Manifest> {
  const sheet = vault.people.recovery()?.sheet ?? '';
  const { signal, tell, paper } = options;
  const data = { vault: vault.name, id: vault.id, sheet, words: [...words] };
  const order = { template: 'recovery-sheet', profile: 'outgoing', data, instant: clock(), ...(paper && { paper }) } as const;
  const done = await pressed(runJob, order, { ...(signal && { signal }), ...(tell && { tell }) });
  return release(records, {
    what: `Recovery sheet ${sheet}`,
    format: 'recovery-sheet',
    audience: 'internal',
    caseId: null,
    records: [],
    ifWithheld: 'refuse',
    destination,
    make: () => [done.pdf],
    ...(signal && { signal }),
  });
}
