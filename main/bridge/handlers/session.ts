import { existsSync } from 'node:fs';
import type { Reminders } from '../reminding.ts';
import path from 'node:path';
import { dayTextAt } from '../today.ts';
import type { Contract } from '../../../shared/contract/contract.ts';
import { isVaultName } from '../../../shared/contract/vault-name.ts';
import { refuse } from '../../../shared/failure/failure.ts';
import { identitiesIn } from '../../exchange/age-open.ts';
import { isLockedBackup, restoreFile } from '../../exchange/restore-backup.ts';
import { createVault, openVault, refuseStrangers, removeSample, type UnlockKey } from '../../vault/vault.ts';
import type { Context } from '../context.ts';
import { recentVaults } from '../recent-vaults.ts';
import { openSampleCase, removeClosedSample, sampleFolder, whyNotRemoved } from '../sample-case.ts';
import { withPassphrase } from '../passphrase-bytes.ts';
import type { Handlers } from '../serve.ts';
import { unitOf } from './vault.ts';

type Names =
  | 'session.state'
  | 'session.choosePlace'
  | 'session.chooseVault'
  | 'session.changeListed'
  | 'session.findVault'
  | 'session.showVault'
  | 'session.create'
  | 'session.confirmRecovery'
  | 'session.open'
  | 'session.openWithRecovery'
  | 'session.recover'
  | 'session.chooseBackup'
  | 'session.restore'
  | 'session.lock'
  | 'session.sealed'
  | 'sample.open'
  | 'sample.remove'
  | 'vault.takeUp';
export type SessionHandlers = Pick<Handlers<Contract>, Names>;
type State = Awaited<ReturnType<SessionHandlers['session.state']>>;

const suffix = '.cordon';
const nameOf = (folder: string) => path.basename(folder, suffix);

/** The folder name of a new vault. Refuses what some file system would read as something else. */
function folderName(name: string): string {
  const plain = name.trim();
  return !isVaultName(plain)
    ? refuse({
        code: 'question-malformed',
        operation: 'session.create',
        field: 'name',
        why: 'it is the name of a folder: without / \\ : * ? " < > | and without a dot at either end',
      })
    : `${plain}${suffix}`;
}

/** Opening, making and locking the vault. Passphrases are wiped here as far as a text from the window can be: its bytes are, the text dies with the process. */
export function sessionHandlers(context: Context, reminders: Reminders): SessionHandlers {
  const { clock, grants, line, sealed, session, vaultSetting } = context;
  const recent = recentVaults(context);
  async function state(): Promise<State> {
    const { instant, zone } = clock();
    const open = session.now();
    const recovering = session.recovering();
    // An open window does not ask the drives every minute whether other vaults are still there.
    const listed = open ? [] : await recent.list();
    return {
      phase: open ? 'open' : 'closed',
      host: context.host,
      build: context.build,
      zone,
      region: context.region,
      now: instant,
      today: dayTextAt(instant, zone),
      recent: listed,
      sampleMade: existsSync(sampleFolder(vaultSetting.stateFolder)),
      vault: open && {
        name: open.vault.name,
        sample: !open.vault.sample ? null : whyNotRemoved(open.vault, vaultSetting.stateFolder) === null ? 'own' : 'elsewhere',
        person: open.vault.person.name,
        readOnly: open.vault.readOnly,
        freshness: open.vault.freshness,
        seq: open.records.reading().seq,
        behind: open.vault.behind,
        recovery: open.vault.people.recovery(),
        unsafe: open.vault.unsafe,
        clearedAway: [...open.vault.clearedAway],
        clock: open.vault.clock(),
      },
      recovering: recovering && { name: recovering.name, people: recovering.people.list().flatMap(({ name, state: standing }) => (standing === 'person' ? [name] : [])) },
      lockedBecause: context.lockedBecause,
    };
  }
  async function begun(folder: string, vault: Awaited<ReturnType<typeof openVault>>): Promise<void> {
    try {
      session.begin(vault);
    } catch (thrown) {
      // Left open it would keep everybody out, this person too.
      const met = vault.meaning(thrown);
      await vault.close();
      throw met;
    }
    await line.ask('session.opened', {});
    await recent.remember(vault.id, folder, clock().instant);
    // Ends with this process, which opens one vault in its life. What is invented reminds nobody.
    if (!vault.sample) reminders.keep();
  }
  /** What does not open is not named either, where names are hidden until it does. */
  const opened = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (thrown) {
      throw recent.told(thrown, folder);
    }
  };
  function notOpen(): void {
    if (session.now() || session.recovering()) refuse({ code: 'misuse', why: 'a vault is open already' });
  }
  const chosen = ({ path: found, available }: { path: string | null; available: boolean }) => {
    if (!available) refuse({ code: 'not-available-here', what: 'choosing a folder', why: 'this browser shows no folders of this computer' });
    return found === null ? null : { token: grants.place(found), name: nameOf(found) };
  };

  return {
    'session.state': state,
    'session.choosePlace': async () => chosen(await line.ask('place.chooseFolder', {})),
    'session.chooseVault': async () => {
      const found = await line.ask('place.chooseVault', {});
      const place = chosen(found);
      return place && { ...place, name: recent.nameOf(found.path ?? '') };
    },
    'session.changeListed': async ({ vault, to }) => {
      notOpen();
      await recent.change(vault, to);
      return state();
    },
    'session.findVault': async ({ vault }) => {
      notOpen();
      return (await recent.find(vault)) ? state() : null;
    },
    'session.showVault': ({ vault }) => {
      notOpen();
      return recent.show(vault);
    },
    'session.create': async ({ place, name, person, passphrase }) => {
      notOpen();
      const folder = path.join(place === null ? context.vaultsFolder : grants.pathOf(place), folderName(name));
      const made = await withPassphrase(passphrase, (bytes) => createVault(folder, { name: person, passphrase: bytes }, vaultSetting));
      await begun(folder, made.vault);
      session.hold(made.recoveryWords);
      return { words: made.recoveryWords };
    },
    'session.confirmRecovery': async ({ words }) => {
      const held = session.held();
      const wrong = held === null || words.length === 0 || words.some(({ at, word }) => held[at] !== word.trim().toLowerCase());
      if (held === null || wrong) return refuse({ code: 'wrong-recovery-key', why: 'words' });
      await session.opened().vault.people.confirmRecovery(held);
      session.hold(null);
      return {};
    },
    'session.open': async ({ vault, passphrase }) => {
      notOpen();
      const folder = grants.pathOf(vault);
      await begun(folder, await opened(folder, () => withPassphrase(passphrase, (bytes) => openVault(folder, { passphrase: bytes }, vaultSetting))));
      return state();
    },
    'session.openWithRecovery': async ({ vault, words }) => {
      notOpen();
      const folder = grants.pathOf(vault);
      session.beginRecovery(await opened(folder, () => openVault(folder, { recoveryWords: words }, vaultSetting)));
      await line.ask('session.opened', {});
      return state();
    },
    'session.recover': async ({ person, passphrase }) => {
      const found = session.recovering() ?? refuse({ code: 'misuse', why: 'no vault was opened with the recovery key' });
      const { folder } = found;
      await withPassphrase(passphrase, (bytes) => found.people.recover({ name: person, passphrase: bytes }));
      await session.endRecovery();
      // Opened again as that person: from here on there is somebody in whose name things are done.
      await begun(folder, await withPassphrase(passphrase, (bytes) => openVault(folder, { passphrase: bytes }, vaultSetting)));
      return state();
    },
    'session.chooseBackup': async ({ given }) => {
      const granted = given === null ? null : grants.take(given);
      const { path: found, available } =
        granted === null ? await line.ask('place.chooseBackup', {}) : { path: 'path' in granted ? granted.path : null, available: 'path' in granted };
      if (!available)
        refuse({
          code: 'not-available-here',
          what: 'choosing a backup',
          why: 'this browser does not say where the file lies; use “cordon restore” on the command line',
        });
      return found === null ? null : { token: grants.place(found), name: path.basename(found), locked: await isLockedBackup(found) };
    },
    'session.restore': async ({ backup, place, name, key, identity }, { signal, tell }) => {
      notOpen();
      const into = path.join(place === null ? context.vaultsFolder : grants.pathOf(place), folderName(name));
      const identities = identity === null ? [] : identitiesIn(identity);
      const restored = (opening: UnlockKey) =>
        restoreFile(
          { from: grants.pathOf(backup), into, key: opening, identities, signal, tell: ({ part, done, of }) => tell({ done, of, unit: 'byte', what: part }) },
          vaultSetting,
        );
      const withKey = <T>(work: (opening: UnlockKey) => Promise<T>): Promise<T> =>
        'passphrase' in key ? withPassphrase(key.passphrase, (passphrase) => work({ passphrase })) : work({ recoveryWords: key.words });
      const { report } = await withKey(restored);
      const opened = await withKey((opening) => openVault(into, opening, vaultSetting));
      if ('passphrase' in key) await begun(into, opened);
      else {
        // The recovery key signs as nobody: first somebody gets a passphrase.
        session.beginRecovery(opened);
        await line.ask('session.opened', {});
      }
      return { state: await state(), findings: report.findings.map(({ part, what }) => ({ part, what })) };
    },
    'sample.open': async (_, { signal, tell }) => {
      notOpen();
      const vault = await openSampleCase({
        vaultSetting,
        runJob: context.runJob,
        clock,
        signal,
        tell: (done, of) => tell({ done, of, unit: 'file', what: 'files' }),
      });
      await begun(vault.folder, vault);
      return state();
    },
    'sample.remove': async () => {
      const open = session.now();
      const folder = sampleFolder(vaultSetting.stateFolder);
      if (open) {
        const why = whyNotRemoved(open.vault, vaultSetting.stateFolder);
        if (why !== null) refuse({ code: 'not-removed', file: path.basename(open.vault.folder), why });
        refuseStrangers(folder);
        await session.end();
        removeSample(folder, open.vault.id, vaultSetting);
      } else await removeClosedSample(vaultSetting);
      await recent.forget(folder);
      // What was open showed it: the host starts both processes anew.
      if (open) await line.ask('session.lock', { because: 'sample-removed' });
      return state();
    },
    'vault.takeUp': async ({ reason }, { signal, tell }) => {
      const { vault, records } = session.opened();
      const { olderShape } = await vault.takeUp(reason, {
        upgrade: records.upgrade,
        compare: records.compare,
        signal,
        tell: ({ part, done, of }) => tell({ done, of, unit: unitOf[part], what: part }),
      });
      // What is open is a copy from before: it is opened anew, which takes the passphrase. The host says yes at once, and locks when this is answered.
      if (olderShape) await line.ask('session.lock', { because: 'taken-up' });
      return state();
    },
    'session.lock': ({ because }) => line.ask('session.lock', { because }),
    'session.sealed': () => {
      sealed();
      return {};
    },
  };
}
