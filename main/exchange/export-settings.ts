import type { Settings } from '../../shared/contract/settings.ts';
import { settingsText } from '../../shared/contract/settings-file.ts';
import type { Records } from '../records/records.ts';
import type { Destination } from './destination.ts';
import { release, type Manifest } from './release.ts';

/** Writes what is set on this computer to a file. It holds nothing of any case, and leaves by the one exit all the same. Refuses what `release` refuses. */
export const exportSettings = (records: Records, settings: Settings, destination: Destination, signal: AbortSignal): Promise<Manifest> =>
  release(records, {
    what: 'Settings of this computer',
    format: 'text',
    audience: 'internal',
    caseId: null,
    records: [],
    ifWithheld: 'leave-out',
    destination,
    make: () => [Buffer.from(settingsText(settings))],
    signal,
  });
