import type { Contract } from '../../../shared/contract/contract.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import { settings as settingsShape, type Settings } from '../../../shared/contract/settings.ts';

export type Diagnostics = Reply<Contract, 'diagnostics.read'>;

const plain = (value: Settings[keyof Settings]): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));
const instant = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

/**
 * What goes to support: versions, settings, counts and faults, in plain lines of English whatever the window's own forms are. Places of folders, the vault's and
 * persons' names and everything of a case are not among its inputs, but for `places`, which it does not read.
 */
export function supportText(said: Diagnostics, settings: Settings, fixed: readonly (keyof Settings)[], now: number): string {
  return [
    `Cordon: text for support, ${instant(now)} UTC`,
    '',
    ...said.versions.map(([name, version]) => `${name}: ${version}`),
    '',
    ...Object.keys(settingsShape.shape).map((key) => `setting ${key}: ${plain(settings[key as keyof Settings])}${fixed.includes(key as keyof Settings) ? ' (fixed)' : ''}`),
    '',
    `requests since ${instant(said.startedAt)} UTC: ${said.requests.served} served, ${said.requests.refused} refused`,
    `faults: ${said.faults.length}`,
    ...said.faults.flatMap(({ at, reference, where, operation, error, frames }) => [
      `${instant(at)} ${reference} ${where} ${operation} ${error}`,
      ...frames.map((frame) => `  at ${frame}`),
    ]),
    '',
  ].join('\n');
}
