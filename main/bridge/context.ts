import type { Clock } from '../../shared/calendar/clock.ts';
import type { HostContract, LockReason } from '../../shared/contract/host.ts';
import type { Line } from '../../shared/contract/line.ts';
import type { RunJob } from '../jobs/run-job.ts';
import type { VaultSetting } from '../vault/vault.ts';
import type { Grants } from './grants.ts';
import type { Printer } from './printer.ts';
import type { Session } from './session.ts';

/** What the handlers work with: one for each vault process. */
export interface Context {
  readonly host: 'electron' | 'chromium';
  readonly build: string;
  /** The region of this computer as a language tag. */
  readonly region: string;
  readonly clock: Clock;
  readonly random: (bytes: number) => Uint8Array;
  readonly lockedBecause: LockReason | null;
  /** Where new vaults go when nobody chose a place. */
  readonly vaultsFolder: string;
  readonly vaultSetting: VaultSetting;
  readonly line: Line<HostContract>;
  readonly runJob: RunJob;
  readonly grants: Grants;
  readonly printer: Printer;
  readonly session: Session;
  /** A window has sealed what was typed in it. */
  readonly sealed: () => void;
}
