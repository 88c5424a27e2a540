import { refuse } from '../../shared/failure/failure.ts';
import { sweepBlobs } from './blobs.ts';
import type { Changes } from './changes.ts';
import { refuseUnchecked } from './finding.ts';
import type { FilesToOpen, OpenFiles } from './open-files.ts';
import { anchorOf } from './standing-anchors.ts';
import { behindOf, bringUp, missingWords, ownKeys, type Behind } from './take-up.ts';
import type { Vault } from './vault.ts';
import type { VerifySetting } from './verify.ts';

interface TakingUp extends Pick<FilesToOpen, 'folder' | 'unlocked' | 'lock' | 'setting'> {
  readonly name: string;
  readonly files: OpenFiles;
  readonly changes: Changes;
  readonly verify: Vault['verify'];
  checkpoint(): void;
  stillThere(): void;
  /** Opens a second session on the same folder, beside this one. */
  reopen(again: FilesToOpen & { readonly name: string }): Promise<Vault>;
}

/** Going on from a state of the vault that is older than what this computer has seen of it, or that came out of a backup. */
export function takingUpOf({ folder, name, unlocked, lock, setting, files, changes, verify, checkpoint, stillThere, reopen }: TakingUp): {
  behind(): Behind | null;
  beginIncarnation: Vault['beginIncarnation'];
  takeUp: Vault['takeUp'];
} {
  const { anchors, heldBack, hold, reader } = files;
  let tookUp = false;

  const behind = (): Behind | null => (hold.readOnly === 'behind-anchor' && anchors.ahead && !tookUp ? behindOf(anchors.ahead, changes.standing, heldBack) : null);

  async function beginIncarnation(verb: 'accepted' | 'restored', reason: string, about: object = {}): Promise<number> {
    if (hold.readOnly === 'read-only-folder') return refuse({ code: 'vault-read-only', reason: hold.readOnly });
    // What would be written to is a copy.
    if (heldBack) return refuse({ code: 'vault-read-only', reason: 'behind-anchor' });
    const before = changes.standing;
    const known = anchors.last.flatMap((anchor) => (anchor ? [anchor] : []));
    const incarnation = Math.max(before.incarnation, ...known.map((anchor) => anchor.incarnation)) + 1;
    const image = { ...about, incarnation, at: anchorOf(before), known };
    // With its entry or not at all: a kill must not leave an older state that nobody took up and that nothing says so of.
    const entry = { record: unlocked.content.id, kind: 'vault', shape: 1, verb, reason, image };
    await changes.change({ reason, byRecovery: true, takesUp: true }, (tx) => tx.append(entry), { incarnation });
    hold.readOnly = null;
    hold.freshness = 'fresh';
    return incarnation;
  }

  /** What this session reads is a copy of it: it is taken up by another one, which finds it in today's shape, and opened anew. */
  async function takeUpOriginal(reason: string, asked: VerifySetting): Promise<void> {
    stillThere();
    bringUp(files.original, unlocked.keys.database, setting.sqliteAddon);
    const inPlace = await reopen({ folder, name, unlocked: ownKeys(unlocked), lock: lock && { ...lock, release: () => undefined }, setting, isNew: false });
    try {
      await inPlace.takeUp(reason, asked);
    } finally {
      await inPlace.close();
    }
    tookUp = true;
  }

  async function takeUp(reason: string, asked: VerifySetting): Promise<Behind> {
    if (reason.trim() === '') refuse({ code: 'reason-missing', act: 'going on from an older state', number: name });
    if (unlocked.opened.slot.kind === 'recovery') refuse({ code: 'vault-read-only', reason: 'recovery-key' });
    if (hold.readOnly === 'read-only-folder') refuse({ code: 'vault-read-only', reason: hold.readOnly });
    const missing = behind() ?? refuse({ code: 'misuse', why: 'this vault is not older than the one last opened here' });
    const { findings } = await verify({ ...asked, knownOlder: true });
    refuseUnchecked(findings);
    const first = findings.find(({ unchecked }) => !unchecked);
    if (first) refuse({ code: 'vault-damaged', file: first.part, part: first.what });
    if (missing.olderShape) {
      await takeUpOriginal(reason, asked);
      return missing;
    }
    await beginIncarnation('accepted', `${missingWords(missing)} ${reason.trim()}`, { missing: { reached: missing.reached, known: missing.known } });
    // Files of the entries that are missing: kept, out of the way. And what the state that is missing had signed is not the last word here.
    sweepBlobs(folder, reader);
    checkpoint();
    return missing;
  }

  return { behind, beginIncarnation, takeUp };
}
