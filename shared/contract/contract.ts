import * as z from 'zod';
import type { Failure } from '../failure/failure.ts';
import { dayText } from '../records/date-fact.ts';
import { kindName } from './kind-name.ts';
import { fieldFilter, mostFilters } from '../records/field-filter.ts';
import { audiences, privileges } from '../records/field.ts';
import { common, privilegeBasis } from '../records/record.ts';
import { asOf } from './as-of.ts';
import { bytes } from './bytes.ts';
import { earlierContract } from './earlier.ts';
import { draftsContract } from './drafts.ts';
import { exchangeContract } from './exchange.ts';
import { loadFileContract, readAgainContract, takenIn } from './taking-in.ts';
import { diagnosticsContract } from './diagnostics.ts';
import { counted } from './progress.ts';
import { recentChange, recentContract } from './recent-vaults.ts';
import { sampleContract } from './sample.ts';
import { recoveryStanding, sessionState } from './session-state.ts';
import { netReasons } from '../records/views/safety-net.ts';
import { keepingContract } from './keeping.ts';
import { scopeOperations } from './scope.ts';
import { listContract } from './lists.ts';
import { slimRow } from './slim-row.ts';
import { paperContract } from './papers.ts';
import { printReady } from './printing.ts';
import { recoveryWords } from './recovery-words.ts';
import { wholeContract } from './whole-record.ts';
import { menuActs } from './window-act.ts';
import { operation } from './wire.ts';
import { searchContract } from './search.ts';
import { settingsContract } from './settings-operations.ts';

export { anyRecord } from './whole-record.ts';
export type { SlimRow } from './slim-row.ts';

export const historyEntry = z.strictObject({
  seq: z.int(),
  act: z.string(),
  at: z.int(),
  actor: z.string(),
  verb: z.string(),
  record: z.string(),
  number: z.string(),
  kind: z.string(),
  title: z.string(),
  reason: z.string().nullable(),
  erased: z.boolean(),
  changes: z.array(z.strictObject({ field: z.string(), label: z.string(), old: z.string().nullable(), new: z.string().nullable() })),
});
/** A file that a dialog or a drop granted: the window knows its name and size, never its path. */
export const grantedFile = z.strictObject({ token: z.string(), name: z.string(), bytes: z.int() });

/** Who can open the vault, once could, or opens it as nobody. */
const person = z.strictObject({
  slot: z.string(),
  name: z.string(),
  state: z.enum(['person', 'former', 'recovery']),
  publicKey: z.string().nullable(),
  since: z.int(),
  compartments: z.array(z.string()),
  formerly: z.array(z.string()),
});
const people = z.strictObject({
  people: z.array(person),
  /** The slot of the person at work. */
  me: z.string(),
  /** The compartments that the person at work holds, and so can grant. */
  holds: z.array(z.string()),
  recovery: recoveryStanding.nullable(),
});
/** What a check of the vault found, and where. */
export const found = z.strictObject({ part: z.string(), what: z.string() });
const passphrase = z.string().min(1).max(1024);
/** Approvals of a record by signature: what may be signed, by whom it was (null under a record that is sealed from the person at work), and whether each still stands. */
const approvals = z.strictObject({
  what: z.string(),
  roles: z.array(
    z.strictObject({
      role: z.enum(['approver', 'second_reviewer']),
      act: z.string(),
      given: z.array(
        z.strictObject({
          number: z.string(),
          id: z.string(),
          name: z.string().nullable(),
          at: z.int().nullable(),
          standing: z.enum(['holds', 'changed-since', 'sealed', 'not-authentic']),
          mine: z.boolean(),
        }),
      ),
    }),
  ),
  /** Names typed for people without a key, where nothing was signed. */
  typed: z.strictObject({ by: z.string().nullable(), reviewedBy: z.string().nullable() }),
  standing: z.enum(['signed', 'attested', 'alone', 'one', 'none']),
});

const change = z.strictObject({ id: z.string(), number: z.string(), act: z.string(), seq: z.int() });
const none = z.strictObject({});

/** What became of reading the words of a file. */
const readStatus = z.enum(['text', 'no-text', 'encrypted', 'damaged', 'too-large', 'timed-out', 'not-read']);

/** What a form writes of a record, new or changed. */
const written = {
  fields: z.record(z.string(), z.unknown()),
  audience: z.enum(audiences).optional(),
  named: common.shape.named,
  privilege: z.enum(privileges).optional(),
  privilegeBasis: privilegeBasis.optional(),
  tags: z.array(z.string()).optional(),
  reason: z.string().optional(),
  /** The form in which it was typed: its draft ends with the record, in one commit. */
  form: kindName.optional(),
};
const moved = z.string().nullable();
const datesOfRule = z.strictObject({ due: moved, safe: moved, latest: moved, followUp: moved, ends: moved, zone: z.string().nullable() });
/** Everything the window may ask of the vault process. A missing or mistyped handler does not compile. */
export const contract = {
  'session.state': operation(none, sessionState),
  'session.choosePlace': operation(none, z.strictObject({ token: z.string(), name: z.string() }).nullable()),
  'session.chooseVault': operation(none, z.strictObject({ token: z.string(), name: z.string().nullable() }).nullable()),
  /** Pins a line of the unlock page, takes it off the list, or puts it back. The vault itself is not touched. */
  'session.changeListed': operation(z.strictObject({ vault: z.string(), to: recentChange }), sessionState),
  /** Asks the person where a vault of the list lies now; only that very vault is taken, else `another-vault`. Null when they changed their mind. */
  'session.findVault': operation(z.strictObject({ vault: z.string() }), sessionState.nullable()),
  ...recentContract,
  ...sampleContract,
  'session.create': operation(
    z.strictObject({ place: z.string().nullable(), name: z.string().min(1).max(100), person: z.string().min(1).max(200), passphrase: z.string().min(1).max(1024) }),
    z.strictObject({ words: z.array(z.string()) }),
  ),
  /** Some of the recovery words typed back in the session that made them; until then the vault says so at every opening. */
  'session.confirmRecovery': operation(z.strictObject({ words: z.array(z.strictObject({ at: z.int(), word: z.string() })) }), none),
  'session.open': operation(z.strictObject({ vault: z.string(), passphrase: z.string().min(1).max(1024) }), sessionState),
  /** Opens with the recovery key, which signs as nobody: the vault stays closed to everything but `session.recover`. */
  'session.openWithRecovery': operation(z.strictObject({ vault: z.string(), words: recoveryWords }), sessionState),
  'session.recover': operation(z.strictObject({ person: z.string().min(1).max(200), passphrase }), sessionState),
  /** Makes a vault of a backup and opens it. `identity` is the age key of a backup that is locked with one. */
  'session.restore': operation(
    z.strictObject({
      backup: z.string(),
      place: z.string().nullable(),
      name: z.string().min(1).max(100),
      key: z.union([z.strictObject({ passphrase: z.string().min(1).max(1024) }), z.strictObject({ words: z.array(z.string().max(64)).min(1).max(64) })]),
      identity: z.string().max(4096).nullable(),
    }),
    z.strictObject({ state: sessionState, findings: z.array(found) }),
    counted,
  ),
  'session.lock': operation(z.strictObject({ because: z.enum(['asked', 'idle']) }), none),
  /** Said by a window that was told of a lock, once what was typed in it is sealed: nobody waits for it any longer. */
  'session.sealed': operation(none, none),

  'people.list': operation(none, people),
  'people.add': operation(z.strictObject({ name: z.string().min(1).max(200), passphrase, compartments: z.array(z.string()) }), people),
  'people.rename': operation(z.strictObject({ slot: z.string(), name: z.string().min(1).max(200) }), people),
  'people.remove': operation(z.strictObject({ slot: z.string() }), people),
  'people.grant': operation(z.strictObject({ slot: z.string(), compartment: z.string() }), people),
  'people.revoke': operation(z.strictObject({ slot: z.string(), compartment: z.string() }), people),
  'people.changePassphrase': operation(z.strictObject({ current: passphrase, passphrase }), none),
  /** New recovery words; the old ones open nothing any more. */
  'recovery.renew': operation(none, z.strictObject({ words: z.array(z.string()), sheet: z.string() })),
  /** All 24 words typed from the paper: they must open the vault's recovery slot. */
  'recovery.confirm': operation(z.strictObject({ words: recoveryWords }), people),
  /** Opens a copy of the vault with the words, as on a machine that never saw it, checks every byte of it, and puts that on record. */
  'recovery.drill': operation(
    z.strictObject({ words: recoveryWords }),
    z.strictObject({ ok: z.boolean(), entries: z.int(), records: z.int(), files: z.int(), findings: z.array(found) }),
    counted,
  ),
  'approvals.of': operation(z.strictObject({ number: z.string() }), approvals.nullable()),
  'approvals.give': operation(z.strictObject({ number: z.string(), role: z.enum(['approver', 'second_reviewer']), seq: z.int() }), change),

  'records.list': operation(
    z.strictObject({
      kind: z.string().optional(),
      caseId: z.string().optional(),
      states: z.array(z.string()).optional(),
      closed: z.boolean().optional(),
      sort: z.enum(['due', 'number', 'changed', 'title']).default('due'),
      after: z.string().optional(),
      limit: z.int().min(1).max(2000).default(200),
      /** Fields to show; those that the kind shows where it is left out. */
      columns: z.array(z.string()).max(100).optional(),
      fields: z.array(fieldFilter).max(mostFilters).optional(),
      asOf,
    }),
    z.strictObject({ rows: z.array(slimRow), total: z.int(), next: z.string().nullable(), seq: z.int() }),
  ),
  /** Everything a window keeps for itself: open items of every case and the whole of the open case (at most 20,000). */
  'records.workingSet': operation(
    z.strictObject({ caseId: z.string().nullable(), after: z.string().optional(), asOf }),
    z.strictObject({ rows: z.array(slimRow), next: z.string().nullable(), seq: z.int(), more: z.int() }),
  ),
  'records.changesSince': operation(
    z.strictObject({ seq: z.int() }),
    z.strictObject({ from: z.int(), to: z.int(), puts: z.array(slimRow), removes: z.array(z.string()), reload: z.boolean() }),
  ),
  ...wholeContract,
  'records.create': operation(
    z.strictObject({
      kind: kindName,
      caseId: z.string().nullable(),
      ...written,
    }),
    change,
  ),
  /** Replaces the named fields; `seq` is the entry the form was opened on, so that two writers cannot overwrite each other. */
  'records.update': operation(
    z.strictObject({
      id: z.string(),
      seq: z.int(),
      ...written,
      /** Null takes the names away. */
      named: common.shape.named.nullable(),
    }),
    change,
  ),
  'records.move': operation(z.strictObject({ id: z.string(), to: z.string(), reason: z.string().optional() }), change),
  'records.remove': operation(z.strictObject({ id: z.string(), reason: z.string().min(1) }), change),
  'records.undo': operation(z.strictObject({ act: z.string() }), z.strictObject({ act: z.string(), numbers: z.array(z.string()) }), counted),
  'records.history': operation(
    z.strictObject({
      number: z.string().optional(),
      caseId: z.string().optional(),
      before: z.int().optional(),
      after: z.int().optional(),
      limit: z.int().min(1).max(500).default(100),
      asOf,
    }),
    z.strictObject({ entries: z.array(historyEntry), more: z.boolean() }),
  ),
  ...searchContract,

  ...listContract,
  ...earlierContract,
  ...diagnosticsContract,
  ...draftsContract,

  /** A date as people type it, read back before anything is saved (domain.md §7 U13). `on`: the day on which it was typed, which "today" and "in 10 days" go by; without it that is now. */
  'dates.read': operation(z.strictObject({ typed: z.string().max(200), on: dayText.optional() }), z.strictObject({ day: dayText, reading: z.string() })),
  'deadline.rules': operation(
    none,
    z.strictObject({
      rules: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          citation: z.string(),
          text: z.string(),
          confirmed: z.boolean(),
          /** What was read and when, or who confirmed it: never a tick. */
          standing: z.string(),
          inputs: z.array(z.strictObject({ name: z.string(), meaning: z.string(), required: z.boolean(), givesZone: z.boolean() })),
        }),
      ),
      /** Courts whose zone, holidays and closing hour are known here. */
      courts: z.array(z.strictObject({ id: z.string(), name: z.string(), zone: z.string() })),
    }),
  ),
  'deadline.compute': operation(z.strictObject({ rule: z.string(), trigger: z.string(), inputs: z.record(z.string(), z.unknown()) }), z.record(z.string(), z.unknown())),

  /** Open deadlines whose dates no longer follow from what is recorded, or whose ground changed since they were computed. */
  'deadline.moved': operation(
    none,
    z.strictObject({
      checked: z.int(),
      moved: z.array(
        z.strictObject({
          number: z.string(),
          title: z.string(),
          state: z.string(),
          before: datesOfRule,
          after: datesOfRule.nullable(),
          failure: z.custom<Failure>().nullable(),
          ground: z
            .strictObject({
              number: z.string(),
              title: z.string(),
              by: z.string().nullable(),
              says: z.enum(['no-such-date', 'not-recorded', 'same', 'other']),
              was: z.string(),
              now: z.string(),
            })
            .nullable(),
          confirmed: z.boolean(),
          instead: z.enum(['override', 'look']).nullable(),
        }),
      ),
    }),
  ),
  /** Records the dates as they are counted now, of those that counsel approves, in one act. */
  'deadline.approve': operation(
    z.strictObject({ numbers: z.array(z.string()).min(1).max(2000), reason: z.string().min(1).max(10_000) }),
    z.strictObject({ act: z.string(), numbers: z.array(z.string()) }),
  ),
  ...scopeOperations,

  'evidence.chooseFiles': operation(none, z.array(grantedFile)),
  /** One chunk of a dropped or chosen file where no path can be had (Chromium host); the last one carries `end`. */
  'evidence.chunk': operation(z.strictObject({ upload: z.string(), name: z.string(), at: z.int(), bytes: bytes, end: z.boolean() }), grantedFile.nullable()),
  'evidence.intake': operation(
    z.strictObject({
      caseId: z.string(),
      files: z.array(z.string()).min(1).max(20_000),
      ...takenIn,
    }),
    z.strictObject({
      files: z.array(
        z.strictObject({
          name: z.string(),
          number: z.string().nullable(),
          sha256: z.string().nullable(),
          bytes: z.int(),
          failure: z.unknown().nullable(),
          reading: readStatus.nullable(),
          sameBytesAs: z.array(z.string()),
          /** Numbers of the items taken out of it. */
          inside: z.array(z.string()),
          notTakenOut: z.array(z.strictObject({ name: z.string(), why: z.string() })),
        }),
      ),
    }),
    z.strictObject({ file: z.string(), index: z.int(), of: z.int(), done: z.number(), bytes: z.number(), number: z.string().nullable() }),
  ),
  ...loadFileContract,
  ...readAgainContract,
  'evidence.text': operation(
    z.strictObject({ number: z.string() }),
    z.strictObject({ status: readStatus, text: z.string(), pages: z.int().nullable(), facts: z.array(z.strictObject({ name: z.string(), value: z.string() })) }),
  ),
  /** A page as a picture, drawn by the reader job: no active content reaches the window. */
  'evidence.page': operation(z.strictObject({ number: z.string(), page: z.int().min(1) }), z.strictObject({ png: bytes, width: z.int(), height: z.int() })),

  ...exchangeContract,
  /** What stands without a date and is not answered with a reason: the safety net. */
  'deadlines.raised': operation(
    z.strictObject({ caseId: z.string().optional() }),
    z.strictObject({ raised: z.array(z.strictObject({ why: z.enum(netReasons), about: z.string(), words: z.string(), answerIn: z.string() })) }),
  ),

  ...paperContract,
  ...keepingContract,
  ...settingsContract,
  'vault.verify': operation(none, z.strictObject({ ok: z.boolean(), entries: z.int(), root: z.string(), findings: z.array(found), dates: z.array(found) }), counted),
  /** `Vault.takeUp`. */
  'vault.takeUp': operation(z.strictObject({ reason: z.string().max(2000) }), sessionState, counted),
} as const;

/** Told without being asked. */
export const events = {
  'records.changed': z.strictObject({ from: z.int(), to: z.int(), puts: z.array(slimRow), removes: z.array(z.string()) }),
  'session.locking': z.strictObject({ because: z.string() }),
  'print.ready': printReady,
  'menu.chosen': z.strictObject({ act: z.enum(menuActs) }),
} as const;

export type Contract = typeof contract;
export type EventName = keyof typeof events;
export type EventOf<Name extends EventName> = z.infer<(typeof events)[Name]>;
