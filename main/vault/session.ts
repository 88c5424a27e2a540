import { rmSync } from 'node:fs';
import path from 'node:path';
import sodium from 'sodium-native';
import { refuse } from '../../shared/failure/failure.ts';
import { readCopy, sweepCopies, takeBackup } from './backup.ts';
import { blobFile, blobsIn, sweepBlobs } from './blobs.ts';
import { changesOn, type ReadOnly } from './changes.ts';
import { makeCheckpoint, readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { clockNotes } from './clock-notes.ts';
import { closeSession } from './close-session.ts';
import { compartmentsOf } from './compartments.ts';
import { damageOrDrive, damageOrDriveAt, quickCheck } from './damage-or-drive.ts';
import { whyNotSafe } from './safe-folder.ts';
import { runDatabaseWork } from './database-work.ts';
import { draftsFileIn } from './drafts-file.ts';
import { findingOf } from './finding.ts';
import { aloneOrBeside, inTurn, stoppable } from './in-turn.ts';
import { rootText, type Standing } from './journal.ts';
import { fileSigner } from './minisign.ts';
import { openFiles, type FilesToOpen, type Undo } from './open-files.ts';
import { peopleOf } from './people.ts';
import { wipe } from './secret.ts';
import { refuseElsewhere, whyElsewhere } from './same-folder.ts';
import { erasuresIn } from './take-away.ts';
import { aboutOf, grantsOf, signKeyOf } from './slot.ts';
import { writeSlots } from './slots-file.ts';
import { isSample } from './sample-vault.ts';
import { seqAtIn } from './seq-at.ts';
import { signingKeyOf } from './signing-key.ts';
import { settleSlots } from './slots-keeper.ts';
import { stagingIn, sweepStaged } from './staging.ts';
import { signerOf, signStatement } from './statement.ts';
import { asFarAsItGoes, failureOfSystem } from './system-failure.ts';
import type { Vault } from './vault.ts';
import { takingUpOf } from './taking-up.ts';
import { verifyVault, type Verified, type VerifySetting } from './verify.ts';

interface SessionSetting extends FilesToOpen {
  readonly name: string;
  readonly clearedAway?: readonly string[];
}

export async function openSession(session: SessionSetting): Promise<Vault> {
  const undo: Undo = [];
  try {
    const { vault, settle } = open(session, undo);
    await settle();
    return vault;
  } catch (error) {
    // What cannot be undone on a drive that does not answer must not keep the rest from being let go.
    for (const step of undo.reverse()) asFarAsItGoes(step);
    const { folder, unlocked, setting } = session;
    return failureOfSystem(damageOrDriveAt(error, path.join(folder, 'vault.db'), unlocked.keys.database, setting.sqliteAddon), 'vault.db');
  }
}

function open(session: SessionSetting, undo: Undo): { vault: Vault; settle: () => Promise<void> } {
  const { folder, name, unlocked, lock, setting, clearedAway = [] } = session;
  const { content, opened, keys } = unlocked;
  const id = content.id;
  const addon = setting.sqliteAddon;
  const files = openFiles(session, undo);
  const { handle, file, reader, writer, anchors, notices, hold } = files;

  if (hold.readOnly === null) {
    for (const copy of unlocked.heal) writeSlots(folder, copy, content, keys.slotMac);
    sweepCopies(folder);
    sweepStaged(folder);
    // Only a crash leaves a log behind, and only a crash leaves blobs that no row names. The log is folded in at once: what an unfinished
    // change left at its end could not be told from damage later.
    if (files.hadLog) {
      writer.pragma('wal_checkpoint(TRUNCATE)');
      sweepBlobs(folder, reader);
    }
  }

  /** Whoever holds the recovery key is nobody in particular: nothing is written in nobody's name until somebody has a passphrase again. */
  const whyReadOnly = (): ReadOnly | null => hold.readOnly ?? (opened.slot.kind === 'recovery' ? 'recovery-key' : null);
  const held = grantsOf(opened);
  const compartments = compartmentsOf(held, id);
  const about = aboutOf(opened.slot, keys, id) ?? refuse({ code: 'vault-damaged', file: 'slots.a', part: 'the name of a slot' });
  let ownName = about.name;
  const signing = signingKeyOf(writer, keys.checkpointWrap, id);
  /** What was committed is committed, whether or not the anchor follows: an older anchor is a weaker witness, not a lost change. */
  const committed = (now: Standing) => {
    try {
      anchors.write(now);
    } catch (error) {
      notices.push(findingOf('anchor', 'it could not be written after a change', error));
    }
  };
  const meaning = (thrown: unknown) => damageOrDrive(thrown, { handle, key: keys.database, check: () => quickCheck(reader) });
  const stillThere = () => refuseElsewhere(folder, handle, lock);
  const clocks = clockNotes(id, reader, setting.clock);
  const changes = changesOn(writer, {
    meaning,
    actor: () => ownName,
    clock: setting.clock,
    clockNotes: clocks,
    random: setting.random,
    seal: compartments.seal,
    readOnly: whyReadOnly,
    stillThere,
    committed,
  });
  const blobs = blobsIn({ folder, vault: id, reader, wrap: keys.blobWrap, random: setting.random, readOnly: whyReadOnly, stillThere, meaning });
  // Once it is closed the key is wiped: nothing may be sealed with what is left of it.
  const mayWrite = () => (isClosed ? refuse({ code: 'vault-locked' }) : stillThere());
  const staging = stagingIn({
    folder,
    random: setting.random,
    mayWrite() {
      const reason = whyReadOnly();
      return reason === null ? mayWrite() : refuse({ code: 'vault-read-only', reason });
    },
  });
  const drafts = draftsFileIn({ folder, vault: id, key: keys.drafts, notice: (finding) => notices.push(finding), mayWrite });
  const people = peopleOf({
    folder,
    clock: setting.clock,
    random: setting.random,
    effort: setting.kdf,
    content,
    opened,
    keys,
    compartments: held,
    changes,
    reader,
    notice: (finding) => notices.push(finding),
    renamed: (slot, to) => {
      if (slot === opened.slot.id) ownName = to;
    },
  });
  const human = people.list().find(({ slot }) => slot === opened.slot.id)?.human ?? opened.slot.id;
  let closing: Promise<void> | null = null;
  let isClosed = false;
  let checkpointed = 0;

  function checkpoint() {
    const now = changes.standing;
    const made = makeCheckpoint(id, now.size, rootText(now), signing, setting.clock().instant);
    if (hold.readOnly === null && whyElsewhere(folder, handle, lock) === null) {
      writeCheckpoint(folder, made);
      anchors.flush();
      checkpointed = now.size;
    }
    return made;
  }

  if (hold.readOnly === null) {
    // A crash between the two files of a checkpoint is mended with a new one. Damage is named, and mended when the next one is due.
    const { signed, findings } = readCheckpoint(folder, id, signing);
    const last = signed.length === 2 && signed[0]?.seq === signed[1]?.seq ? signed[0] : undefined;
    if (!last && findings.length === 0) checkpoint();
    else checkpointed = last?.seq ?? 0;
    notices.push(...findings);
  }

  /** Backups, and what must not happen beside one. */
  const turns = inTurn();
  /** An erasure writes every page anew, from a thread: a check that read them meanwhile would take a page in the midst of it for damage, and keep the log from being cut. */
  const pages = aloneOrBeside();
  const erasures = erasuresIn({ folder, file, key: keys.database, addon, thread: setting.databaseThread, reader, changes, drafts, notices, meaning });

  /** What a backup and a check are about. */
  const facts = { folder, vault: id, file, addon, thread: setting.databaseThread, keys, signing, content: () => people.content() };
  const verified = (): Verified => ({
    ...facts,
    handle,
    reader,
    meaning,
    changes,
    compartments,
    notices,
    anchored: anchors.last,
    blobsPending: blobs.pending,
    now: setting.clock().instant,
  });
  const verify = (asked: VerifySetting) =>
    stoppable(asked.signal, (begin) =>
      pages.beside(() => {
        begin();
        return verifyVault(verified(), asked);
      }),
    );

  const { behind, beginIncarnation, takeUp } = takingUpOf({
    folder,
    name,
    unlocked,
    lock,
    setting,
    files,
    changes,
    verify,
    checkpoint,
    stillThere,
    reopen: openSession,
  });

  async function close(): Promise<void> {
    await turns(() => Promise.resolve());
    await changes.drain();
    isClosed = true;
    const lastCheckpoint = () => void (checkpointed === changes.standing.size || checkpoint());
    const clearPending = blobs.pending().map((waiting) => () => rmSync(blobFile(folder, waiting), { force: true }));
    closeSession({
      files,
      unlocked,
      lock,
      lastWords: [lastCheckpoint, ...clearPending],
      clearStaging: staging.clear,
      secrets: [signing.secretKey, ...held.values()],
    });
  }

  async function settle(): Promise<void> {
    if (hold.readOnly !== null) return;
    await settleSlots(reader, content, changes).catch(
      (error: unknown) => void notices.push(findingOf('slots.a', 'how far a change of keys had come could not be put on record', error)),
    );
    await erasures.goOn();
  }

  const vault: Vault = {
    id,
    name,
    folder,
    sample: isSample(reader),
    notices,
    clearedAway,
    unsafe: whyNotSafe(folder)?.why ?? null,
    reader,
    people,
    blobs,
    get person() {
      return { slot: opened.slot.id, name: ownName, publicKey: about.sign, human };
    },
    compartments: compartments.names,
    get freshness() {
      return hold.freshness;
    },
    get readOnly() {
      return whyReadOnly();
    },
    clock: () => clocks.doubt(changes.standing.at),
    change: (act, work) => changes.change(act, work),
    changeInSlices: changes.changeInSlices,
    get busy() {
      return changes.busy;
    },
    drafts,
    staging,
    onCommit: changes.onCommit,
    seal: compartments.seal,
    unseal: compartments.unseal,
    seqAt: seqAtIn(reader, () => changes.standing.size),
    sign(bytes) {
      if (!opened.seed) return refuse({ code: 'not-available-here', what: 'a signature', why: 'the recovery key signs as nobody' });
      const pair = signKeyOf(opened.seed);
      const signature = Buffer.alloc(64);
      sodium.crypto_sign_detached(signature, bytes, pair.secretKey);
      wipe(pair.secretKey);
      return signature;
    },
    fileSigner: () => fileSigner(signing),
    signNote(statement, comment) {
      const { seed } = opened;
      if (!seed || about.sign === null) return refuse({ code: 'not-available-here', what: 'A signature', why: 'the recovery key signs as nobody' });
      return signStatement(statement, seed, comment);
    },
    signer: (text, minisig) => signerOf(text, minisig, id, people.list()),
    checkpoint,
    meaning,
    get behind() {
      return behind();
    },
    takeUp,
    beginIncarnation,
    erase: (act, work, erasing = {}) => {
      erasing.tell?.('waiting');
      return stoppable(erasing.signal, (begin) => turns(() => pages.alone(() => erasures.erase(act, work, { ...erasing, begin }))));
    },
    copyDatabase: (to, use) =>
      turns(async () => {
        await runDatabaseWork(setting.databaseThread, { file, addon, task: { do: 'copy', to } }, keys.database);
        return use(readCopy(to, { keys, addon }).blobs);
      }),
    backup: (asked, use) =>
      stoppable(asked.signal, (begin) =>
        turns(() => {
          begin();
          const backed = { ...facts, name, instant: setting.clock().instant, random: setting.random };
          return takeBackup(backed, asked, use);
        }),
      ),
    verify,
    close: () => (closing ??= close()),
  };
  return { vault, settle };
}
