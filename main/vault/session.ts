import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import path from 'node:path';
import sodium from 'sodium-native';
import { refuse } from '../../shared/failure/failure.ts';
import { readCopy, sweepCopies, takeBackup } from './backup.ts';
import { blobFile, blobsIn, sweepBlobs } from './blobs.ts';
import { changesOn, type ReadOnly } from './changes.ts';
import { makeCheckpoint, readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { clockNotes } from './clock-notes.ts';
import { compartmentsOf } from './compartments.ts';
import { damageOrDrive, damageOrDriveAt, quickCheck } from './damage-or-drive.ts';
import { whyNotSafe } from './safe-folder.ts';
import { runDatabaseWork } from './database-work.ts';
import { openDatabase } from './database.ts';
import { draftsFileIn } from './drafts-file.ts';
import { findingOf, refuseUnchecked, type Finding } from './finding.ts';
import { leaveAsFound, noticesOfLog, placeOf, refuseStrange } from './found-database.ts';
import { aloneOrBeside, inTurn, stoppable } from './in-turn.ts';
import { readStanding, rootText, type Standing } from './journal.ts';
import { wipeKeys } from './keys.ts';
import { refuseHeld, type Lock } from './lock.ts';
import { knownShape } from './migrations/list.ts';
import { fileSigner } from './minisign.ts';
import { peopleOf } from './people.ts';
import { wipe } from './secret.ts';
import { migrate, shapeOf } from './shape.ts';
import { refuseElsewhere, whyElsewhere } from './same-folder.ts';
import { erasuresIn } from './take-away.ts';
import { behindOf, bringUp, missingWords, ownKeys, type Behind } from './take-up.ts';
import { aboutOf, grantsOf, signKeyOf } from './slot.ts';
import { writeSlots } from './slots-file.ts';
import { isSample } from './sample-vault.ts';
import { seqAtIn } from './seq-at.ts';
import { signingKeyOf } from './signing-key.ts';
import { settleSlots } from './slots-keeper.ts';
import { anchorOf, isBehindItsAnchors, openAnchors } from './standing-anchors.ts';
import { stagingIn, sweepStaged } from './staging.ts';
import { signerOf, signStatement } from './statement.ts';
import { asFarAsItGoes, failureOfSystem, isOfSystem } from './system-failure.ts';
import type { Unlocked } from './unlock.ts';
import type { Vault, VaultSetting } from './vault.ts';
import { verifyVault, type Verified, type VerifySetting } from './verify.ts';

interface SessionSetting {
  readonly folder: string;
  readonly name: string;
  readonly unlocked: Unlocked;
  /** Null in a folder that cannot be written to. */
  readonly lock: Lock | null;
  readonly setting: VaultSetting;
  readonly isNew: boolean;
  readonly clearedAway?: readonly string[];
}

/** Everything that has to be undone when opening fails half way, latest first. */
type Undo = (() => void)[];

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

function open({ folder, name, unlocked, lock, setting, isNew, clearedAway = [] }: SessionSetting, undo: Undo): { vault: Vault; settle: () => Promise<void> } {
  const { content, opened, keys } = unlocked;
  const id = content.id;
  const notices: Finding[] = [...unlocked.notices];
  const addon = setting.sqliteAddon;
  const original = path.join(folder, 'vault.db');
  if (!existsSync(original)) refuse({ code: 'vault-damaged', file: 'vault.db', part: 'the file is missing' });
  // Held open as long as SQLite holds the file: POSIX drops a process's locks on a file when it closes any handle to it.
  const handle = openSync(original, 'r');
  undo.push(() => closeSync(handle));
  let place = placeOf(folder, id, setting, lock !== null);
  undo.push(() => place.forget());
  // Whoever opened it while it was copied may have written to it.
  if (lock === null) refuseHeld(folder, addon);
  const existed = ['-wal', '-shm'].filter((side) => existsSync(place.file + side));
  notices.push(...noticesOfLog(place.file, handle, keys.database));

  let reader = openDatabase(place.file, keys.database, { readonly: true, addon });
  undo.push(() => void reader.close());
  refuseStrange(reader, place.file, existed, addon);
  // A database that is older than what this user has seen is left as it is found, its shape included: what is read is a copy, brought to the shape of today.
  const heldBack = lock !== null && shapeOf(reader) < knownShape && isBehindItsAnchors(folder, setting.stateFolder, readStanding(reader), keys.anchorMac);
  if (heldBack) {
    leaveAsFound(reader, place.file, existed);
    place = placeOf(folder, id, setting, false);
    reader = openDatabase(place.file, keys.database, { readonly: true, addon });
  }
  const writer = openDatabase(place.file, keys.database, { addon });
  undo.push(() => void writer.close());
  migrate(writer, place.file, keys.database, addon);

  const standing = readStanding(writer);
  if (standing.vault !== id) refuse({ code: 'vault-damaged', file: 'vault.db', part: 'it is the database of another vault' });
  if (content.generation < standing.generation) notices.push({ part: 'slots.a', what: 'both copies are older than the database: somebody removed since may open the vault again' });
  const anchors = openAnchors(folder, setting.stateFolder, standing, keys.anchorMac, lock === null);
  undo.push(anchors.close);
  notices.push(...anchors.notices);
  let readOnly: Exclude<ReadOnly, 'recovery-key'> | null = lock === null ? 'read-only-folder' : anchors.ahead ? 'behind-anchor' : null;
  // A vault made this moment is fresh by birth, though this user has no anchor of it yet.
  let freshness: Vault['freshness'] = isNew ? 'fresh' : anchors.freshness;

  if (readOnly === null) {
    for (const copy of unlocked.heal) writeSlots(folder, copy, content, keys.slotMac);
    sweepCopies(folder);
    sweepStaged(folder);
    // Only a crash leaves a log behind, and only a crash leaves blobs that no row names. The log is folded in at once: what an unfinished
    // change left at its end could not be told from damage later.
    if (existed.includes('-wal')) {
      writer.pragma('wal_checkpoint(TRUNCATE)');
      sweepBlobs(folder, reader);
    }
  }

  /** Whoever holds the recovery key is nobody in particular: nothing is written in nobody's name until somebody has a passphrase again. */
  const whyReadOnly = (): ReadOnly | null => readOnly ?? (opened.slot.kind === 'recovery' ? 'recovery-key' : null);
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
    if (readOnly === null && whyElsewhere(folder, handle, lock) === null) {
      writeCheckpoint(folder, made);
      anchors.flush();
      checkpointed = now.size;
    }
    return made;
  }

  if (readOnly === null) {
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
  const erasures = erasuresIn({ folder, file: place.file, key: keys.database, addon, thread: setting.databaseThread, reader, changes, drafts, notices, meaning });

  async function beginIncarnation(verb: 'accepted' | 'restored', reason: string, about: object = {}): Promise<number> {
    if (readOnly === 'read-only-folder') return refuse({ code: 'vault-read-only', reason: readOnly });
    // What would be written to is a copy.
    if (heldBack) return refuse({ code: 'vault-read-only', reason: 'behind-anchor' });
    const before = changes.standing;
    const known = anchors.last.flatMap((anchor) => (anchor ? [anchor] : []));
    const incarnation = Math.max(before.incarnation, ...known.map((anchor) => anchor.incarnation)) + 1;
    const image = { ...about, incarnation, at: anchorOf(before), known };
    // With its entry or not at all: a kill must not leave an older state that nobody took up and that nothing says so of.
    await changes.change({ reason, byRecovery: true, takesUp: true }, (tx) => tx.append({ record: id, kind: 'vault', shape: 1, verb, reason, image }), { incarnation });
    readOnly = null;
    freshness = 'fresh';
    return incarnation;
  }

  /** What a backup and a check are about. */
  const facts = { folder, vault: id, file: place.file, addon, thread: setting.databaseThread, keys, signing, content: () => people.content() };
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

  let tookUp = false;
  const behind = (): Behind | null => (readOnly === 'behind-anchor' && anchors.ahead && !tookUp ? behindOf(anchors.ahead, changes.standing, heldBack) : null);

  async function takeUp(reason: string, asked: VerifySetting): Promise<Behind> {
    if (reason.trim() === '') refuse({ code: 'reason-missing', act: 'going on from an older state', number: name });
    if (opened.slot.kind === 'recovery') refuse({ code: 'vault-read-only', reason: 'recovery-key' });
    if (readOnly === 'read-only-folder') refuse({ code: 'vault-read-only', reason: readOnly });
    const missing = behind() ?? refuse({ code: 'misuse', why: 'this vault is not older than the one last opened here' });
    const { findings } = await verify({ ...asked, knownOlder: true });
    refuseUnchecked(findings);
    const first = findings.find(({ unchecked }) => !unchecked);
    if (first) refuse({ code: 'vault-damaged', file: first.part, part: first.what });
    if (missing.olderShape) {
      // What this session reads is a copy of it: it is taken up by another one, which finds it in today's shape, and opened anew.
      stillThere();
      bringUp(original, keys.database, addon);
      const again = { folder, name, unlocked: ownKeys(unlocked), lock: lock && { ...lock, release: () => undefined }, setting, isNew: false };
      const inPlace = await openSession(again);
      try {
        await inPlace.takeUp(reason, asked);
      } finally {
        await inPlace.close();
      }
      tookUp = true;
      return missing;
    }
    await beginIncarnation('accepted', `${missingWords(missing)} ${reason.trim()}`, { missing: { reached: missing.reached, known: missing.known } });
    // Files of the entries that are missing: kept, out of the way. And what the state that is missing had signed is not the last word here.
    sweepBlobs(folder, reader);
    checkpoint();
    return missing;
  }

  async function close(): Promise<void> {
    await turns(() => Promise.resolve());
    await changes.drain();
    isClosed = true;
    // A disk that is full or failing is no reason to keep a key or the lock: what could not be written now is made up for at the next opening.
    const bugs: unknown[] = [];
    const step = (work: () => void) => {
      try {
        work();
      } catch (error) {
        if (!isOfSystem(error)) bugs.push(error);
      }
    };
    if (readOnly === null) {
      if (checkpointed !== changes.standing.size) step(checkpoint);
      for (const waiting of blobs.pending()) step(() => rmSync(blobFile(folder, waiting), { force: true }));
    }
    // The connection that closes last folds the log into the database; one that may only read leaves a database behind its anchor as it was found.
    for (const db of readOnly === null ? [reader, writer] : [writer, reader]) {
      if (db === writer && readOnly === null) step(() => writer.pragma('wal_checkpoint(TRUNCATE)'));
      step(() => db.close());
    }
    for (const work of [staging.clear, anchors.close, () => closeSync(handle), () => place.forget(), () => lock?.release()]) step(work);
    wipeKeys(keys);
    for (const key of [opened.master, opened.seed, opened.box, signing.secretKey, ...held.values()]) if (key) wipe(key);
    if (bugs.length > 0) throw bugs[0];
  }

  async function settle(): Promise<void> {
    if (readOnly !== null) return;
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
      return freshness;
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
    copyDatabase: (file, use) =>
      turns(async () => {
        await runDatabaseWork(setting.databaseThread, { file: place.file, addon, task: { do: 'copy', to: file } }, keys.database);
        return use(readCopy(file, { keys, addon }).blobs);
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
