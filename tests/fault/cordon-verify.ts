import { randomBytes } from 'node:crypto';
import { quietOutside } from '../../main/commands/quiet-outside.test-support.ts';
import { run } from '../../main/commands/run.ts';
import type { Finding } from '../../main/vault/vault.ts';
import type { Ground } from './attacked-vault.ts';
import { clock } from './work.ts';

export interface Verdict {
  /** What `cordon verify` ends with: 0 for nothing found. */
  readonly exit: number;
  readonly findings: readonly Finding[];
  readonly freshness: string;
  /** Where the vault was not even opened. */
  readonly failure: { readonly code: string; readonly file?: string; readonly part?: string } | null;
  /** The words beside the answer: that it is open for reading only. */
  readonly notes: readonly string[];
}

/**
 * `cordon verify FOLDER … --json` by the passphrase, or by recovery words in `recoveryKeyFile`, without the cost of a process. Each machine has, or has not, a
 * user's anchor of its own.
 */
export async function cordonVerify(at: Ground, folder: string, machine: string, recoveryKeyFile?: string): Promise<Verdict> {
  const lines: string[] = [];
  const notes: string[] = [];
  const vaultSetting = at.setting(machine);
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const outside = quietOutside({ clock, random, vaultSetting, line: (text) => void lines.push(text), note: (text) => void notes.push(text) });
  const key = recoveryKeyFile === undefined ? ['--passphrase-file', at.passphraseFile] : ['--recovery-key-file', recoveryKeyFile];
  const exit = await run(['verify', folder, ...key, '--json'], outside);
  // Proof of the cast: what `cordon verify --json` prints, as docs/command-line.md has it.
  const said = JSON.parse(lines[0] ?? '{}') as { findings?: Finding[]; freshness?: string; failure?: Verdict['failure'] };
  return { exit, findings: said.findings ?? [], freshness: said.freshness ?? 'not opened', failure: said.failure ?? null, notes };
}
