import path from 'node:path';
import { dayTextAt } from '../today.ts';
import type { Contract } from '../../../shared/contract/contract.ts';
import { refuse } from '../../../shared/failure/failure.ts';
import { createVault, openVault } from '../../vault/vault.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';

type Names =
  | 'session.state'
  | 'session.choosePlace'
  | 'session.chooseVault'
  | 'session.create'
  | 'session.confirmRecovery'
  | 'session.open'
  | 'session.openWithRecovery'
  | 'session.lock';
export type SessionHandlers = Pick<Handlers<Contract>, Names>;
type State = Awaited<ReturnType<SessionHandlers['session.state']>>;

const suffix = '.cordon';
const nameOf = (folder: string) => path.basename(folder, suffix);

/** The folder name of a new vault. Refuses what some file system would read as something else (Windows' reserved names and signs, a leading dot). */
function folderName(name: string): string {
  const plain = name.trim();
  const wrong = /[\\/:*?"<>|\p{Cc}]|^\.|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)$/iu.test(plain) || plain === '';
  return wrong
    ? refuse({
        code: 'question-malformed',
        operation: 'session.create',
        field: 'name',
        why: 'it is the name of a folder: without / \\ : * ? " < > | and without a dot at either end',
      })
    : `${plain}${suffix}`;
}

/** Opening, making and locking the vault. Passphrases are wiped here as far as a text from the window can be: its bytes are, the text dies with the process. */
export function sessionHandlers(context: Context): SessionHandlers {
  const { clock, grants, line, session, vaultSetting } = context;
  let unconfirmed: readonly string[] | null = null;

  async function state(): Promise<State> {
    const { instant, zone } = clock();
    const { vaults } = await line.ask('recent.list', {});
    const open = session.now();
    return {
      phase: open ? 'open' : 'closed',
      host: context.host,
      build: context.build,
      zone,
      now: instant,
      today: dayTextAt(instant, zone),
      recent: vaults.map((vault) => ({ token: grants.place(vault.path), name: vault.name, openedAt: vault.openedAt })),
      vault: open && { name: open.vault.name, person: open.vault.person.name, readOnly: open.vault.readOnly, freshness: open.vault.freshness, seq: open.records.reading().seq },
      lockedBecause: context.lockedBecause,
    };
  }
  async function begun(folder: string, vault: Awaited<ReturnType<typeof openVault>>): Promise<void> {
    session.begin(vault);
    await line.ask('session.opened', {});
    await line.ask('recent.remember', { path: folder, name: vault.name, openedAt: clock().instant });
  }
  /** Runs `work` with the passphrase as bytes and overwrites them afterwards. */
  async function withBytes<T>(passphrase: string, work: (bytes: Uint8Array) => Promise<T>): Promise<T> {
    const bytes = Buffer.from(passphrase, 'utf8');
    try {
      return await work(bytes);
    } finally {
      bytes.fill(0);
    }
  }
  function notOpen(): void {
    if (session.now()) refuse({ code: 'misuse', why: 'a vault is open already' });
  }
  const chosen = ({ path: found, available }: { path: string | null; available: boolean }) => {
    if (!available) refuse({ code: 'not-available-here', what: 'choosing a folder', why: 'this browser shows no folders of this computer' });
    return found === null ? null : { token: grants.place(found), name: nameOf(found) };
  };

  return {
    'session.state': state,
    'session.choosePlace': async () => chosen(await line.ask('place.chooseFolder', {})),
    'session.chooseVault': async () => chosen(await line.ask('place.chooseVault', {})),
    'session.create': async ({ place, name, person, passphrase }) => {
      notOpen();
      const folder = path.join(place === null ? context.vaultsFolder : grants.pathOf(place), folderName(name));
      const made = await withBytes(passphrase, (bytes) => createVault(folder, { name: person, passphrase: bytes }, vaultSetting));
      await begun(folder, made.vault);
      unconfirmed = made.recoveryWords;
      return { words: made.recoveryWords };
    },
    'session.confirmRecovery': ({ words }) => {
      const wrong = unconfirmed === null || words.length === 0 || words.some(({ at, word }) => unconfirmed?.[at] !== word.trim().toLowerCase());
      if (wrong) refuse({ code: 'wrong-recovery-key', why: 'words' });
      unconfirmed = null;
      return {};
    },
    'session.open': async ({ vault, passphrase }) => {
      notOpen();
      const folder = grants.pathOf(vault);
      await begun(folder, await withBytes(passphrase, (bytes) => openVault(folder, { passphrase: bytes }, vaultSetting)));
      return state();
    },
    'session.openWithRecovery': async ({ vault, words }) => {
      notOpen();
      const folder = grants.pathOf(vault);
      await begun(folder, await openVault(folder, { recoveryWords: words }, vaultSetting));
      return state();
    },
    'session.lock': ({ because }) => line.ask('session.lock', { because }),
  };
}
