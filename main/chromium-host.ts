import { existsSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { fileSettings } from './settings/file-settings.ts';
import { clock } from './clock.ts';
import { fromHome, runtimeVersions } from './settings/host-about.ts';
import { hostAnswers, openSample, sampleIn } from './settings/host-answers.ts';
import { policyPlace, readPolicy } from './settings/policy.ts';
import { stateFolder } from './settings/state-folder.ts';
import { openInChromium } from './window/chromium-keeper.ts';
import { findChromium } from './window/find-chromium.ts';
import { requestsCounted } from './window/requests-counted.ts';

declare const __VERSION__: string;

const executable = findChromium(process.platform, process.env);
if (!executable) {
  process.stderr.write('No Chromium-based browser was found. Install Chromium, Chrome or Edge, or name one in CORDON_CHROMIUM.\n');
  process.exit(1);
}
const built = path.join(import.meta.dirname, '..');
const home = os.homedir();
const state = stateFolder(process.platform, home, process.env);
const documents = path.join(home, 'Documents');
const vaultsFolder = path.join(existsSync(documents) ? documents : home, 'Cordon');
const policy = readPolicy(policyPlace(process.platform, process.execPath));
const settings = fileSettings(path.join(state, 'settings'), policy.settings, vaultsFolder);

const host = await openInChromium({
  executable,
  // Without a display, to be looked at by a program.
  headless: process.argv.includes('--headless'),
  files: { renderer: path.join(built, 'renderer'), vault: path.join(built, 'vault-process', 'index.mjs') },
  start: {
    build: __VERSION__,
    region: Intl.DateTimeFormat().resolvedOptions().locale,
    stateFolder: state,
    vaultsFolder,
    sqliteAddon: process.env['CORDON_SQLITE_ADDON'] ?? null,
    sample: openSample(process.argv),
  },
  downloads: path.join(home, 'Downloads'),
  kept: hostAnswers(settings, sampleIn(process.argv), {
    versions: runtimeVersions(__VERSION__),
    now: () => clock().instant,
    random: randomBytes,
    requests: requestsCounted,
    policy,
    places: { state: fromHome(state, home), vaults: fromHome(vaultsFolder, home) },
  }),
});
process.on('SIGINT', () => void host.close().then(() => process.exit(0)));
process.on('SIGTERM', () => void host.close().then(() => process.exit(0)));
await host.closed;
await host.close();
