import * as z from 'zod';
import type { Clock } from '../../shared/calendar/clock.ts';
import type { Database, Transaction, Vault } from '../vault/vault.ts';
import { aboutIn } from '../../shared/records/draft-place.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import { refuseHidden } from './hidden.ts';
import { prepared } from './prepared.ts';
import { isShell, kindOf } from './row.ts';
import type { Reading } from './reading.ts';
import { Refused, refuse } from '../../shared/failure/failure.ts';

export interface Draft {
  readonly body: unknown;
  readonly at: number;
}
/** A draft with where it is kept (shared/records/draft-place.ts). */
export interface PlacedDraft extends Draft {
  readonly form: string;
  readonly record: string | null;
  /** The number of the record whose form it is; null for a new one, and for words outside a form. */
  readonly number: string | null;
}

/**
 * What somebody has typed and not yet saved: in the vault and its backups, outside journal, history and search. Kept means durable, also while a long act holds the
 * database: then it waits for its turn in a sealed file beside it (main/vault/drafts-file.ts), from which the next opening takes it after a crash.
 */
export interface Drafts {
  /** The draft of a form, for a record or for a new one (null); null when there is none. */
  read(form: string, record: string | null): Draft | null;
  /** Keeps `body` (JSON). Refuses `disk-full` and `file-unwritable`; it is then kept in memory, and written when there is a way. */
  save(form: string, record: string | null, body: unknown): Promise<{ readonly at: number }>;
  discard(form: string, record: string | null): Promise<void>;
  /** Takes a draft out within the act that records what it held: after a crash it is either recorded or offered again, never both. */
  recorded(tx: Pick<Transaction, 'db' | 'afterCommit'>, form: string, record: string | null): void;
  /** Every draft of a form, and all words kept under names that begin with `words`, newest first. What is sealed from the person at work, or closed to everybody, is left out. */
  all(words: string): readonly PlacedDraft[];
}

/** Longest draft: a form of one record, whose longest field takes 1 MB. */
const longestDraft = 4_000_000;

const tooLong =
  'This form has grown beyond four million characters, which is more than one record keeps. Save the long text as a file, take that in as an exhibit with “Add evidence”, and refer to the exhibit here. What was typed last is in this window only, until the form is shorter.';

/** A draft that is not in its table yet. `body` is what goes there, sealed for a compartment; null where it is to be taken out. */
const waitingDraft = z.strictObject({ form: z.string(), record: z.string(), body: z.string().nullable(), at: z.int() });
type Waiting = z.infer<typeof waitingDraft>;
/** What is put aside. `turn` counts how often drafts came back from there: a file of a turn that is over says nothing any more. */
const putAside = z.strictObject({ v: z.literal(1), turn: z.int(), drafts: z.array(waitingDraft) });

/** How things stand with the file beside the database: whether it holds drafts of this turn, and whether what an earlier run left there is done with. */
interface Aside {
  turn: number;
  used: boolean;
  looked: boolean;
}

/** The row that holds the turn: no form and no record have this name. */
const turnRow = { form: 'aside', record: '' } as const;

export function draftsIn(vault: Vault, reading: Reading, clock: Clock): Drafts {
  /** The compartment of the record that a draft is about. A draft for a new record, or about many, names the kind at the end of its form. */
  const compartmentOf = (form: string, record: string | null): 'people' | undefined => {
    const about = aboutIn(record);
    const single = about.length === 0 ? record : about.length === 1 ? (about[0] ?? null) : null;
    const found = single === null ? undefined : reading.get(single);
    // Words about a record that is closed to everybody are not its content: why it should be opened again, for one.
    if (found && about.length === 0) refuseHidden(found);
    if (found && about.length === 0 && isShell(found)) refuse({ code: 'compartment-closed', compartment: 'people' });
    return (found && kindOf(found.kind).compartment) ?? kindNamed(form.split(/[^a-z_]/).at(-1) ?? '')?.compartment;
  };
  const keyOf = (form: string, record: string | null): string => JSON.stringify([form, record ?? '']);
  /** What is not in the table yet, by form and record: a form that is opened again meanwhile finds what was typed last, not what was written last. */
  const waiting = new Map<string, Waiting>();
  /** Drafts that an earlier run of the program put aside. What the table holds may be newer: a program that knows no such file was here in between. */
  const found = new Set<Waiting>();
  let coming: Promise<unknown> | null = null;
  let aside: Aside | null = null;

  /** What an earlier run put aside comes back; in a vault that cannot be written to it stays where it is. */
  function begun(): Aside {
    if (aside) return aside;
    if (vault.readOnly !== null) refuse({ code: 'vault-read-only', reason: vault.readOnly });
    const turn = turnIn(vault.reader);
    const bytes = vault.drafts.read();
    aside = { turn, used: bytes !== null, looked: false };
    const content = bytes && putAside.safeParse(jsonOf(bytes));
    if (!content?.success || content.data.turn < turn) return aside;
    for (const draft of content.data.drafts) {
      waiting.set(keyOf(draft.form, draft.record), draft);
      found.add(draft);
    }
    aside.turn = content.data.turn;
    return aside;
  }

  /** Writes all that waits to the table, in its turn; one such change waits at a time. */
  function comeBack(): Promise<unknown> {
    return (coming ??= vault
      .change({}, (tx) => {
        coming = null;
        const written = [...waiting];
        for (const [, draft] of written) write(tx.db, draft, found.has(draft));
        const now = begun();
        const { used, turn, looked } = now;
        if (used) upsert(tx.db, { ...turnRow, body: String(turn + 1), at: tx.at });
        tx.afterCommit(() => {
          waiting.clear();
          found.clear();
          // The first time also where nothing could be read: what is there says nothing any more.
          if (used || !looked) vault.drafts.clear();
          Object.assign(now, { turn: used ? turn + 1 : turn, used: false, looked: true });
        });
      })
      .finally(() => (coming = null)));
  }

  async function put(form: string, record: string | null, body: string | null): Promise<{ at: number }> {
    const now = begun();
    const at = clock().instant;
    waiting.set(keyOf(form, record), { form, record: record ?? '', body, at });
    const waits = vault.busy;
    const back = comeBack();
    if (waits) {
      // Whether it comes back now or, after a crash or on a full disk, later: it is kept.
      back.catch(() => undefined);
      const content: z.infer<typeof putAside> = { v: 1, turn: now.turn, drafts: [...waiting.values()] };
      if (vault.drafts.keep(Buffer.from(JSON.stringify(content)))) {
        now.used = true;
        return { at };
      }
    }
    await back;
    return { at };
  }

  // Now, so that the table is whole before somebody asks it, or erases from it. What stands in the way is told to whoever types.
  if (vault.readOnly === null && (begun(), waiting.size > 0)) comeBack().catch(() => undefined);

  const read = (form: string, record: string | null): Draft | null => {
    const draft =
      waiting.get(keyOf(form, record)) ?? prepared<{ body: string; at: number }>(vault.reader, 'SELECT body, at FROM draft WHERE form = ? AND record = ?').get(form, record ?? '');
    if (!draft || draft.body === null) return null;
    const compartment = compartmentOf(form, record);
    const json = compartment ? vault.unseal(compartment, Buffer.from(draft.body, 'base64')) : draft.body;
    if (json === null) return null;
    const body: unknown = JSON.parse(typeof json === 'string' ? json : Buffer.from(json).toString());
    return { body, at: draft.at };
  };

  /** The draft at one place, for the list of all; null where it is not for the person at work. */
  function placed(form: string, record: string | null): PlacedDraft | null {
    try {
      const draft = read(form, record);
      const number = aboutIn(record).length > 0 || record === null ? null : (reading.get(record)?.number ?? null);
      return draft && { form, record, number, ...draft };
    } catch (thrown) {
      if (thrown instanceof Refused) return null;
      throw thrown;
    }
  }

  return {
    read,
    save: async (form, record, body) => {
      const json = JSON.stringify(body ?? null);
      if (json.length > longestDraft) refuse({ code: 'misuse', why: tooLong });
      const compartment = compartmentOf(form, record);
      return put(form, record, compartment ? Buffer.from(vault.seal(compartment, Buffer.from(json))).toString('base64') : json);
    },
    discard: async (form, record) => {
      await put(form, record, null);
    },
    recorded: (tx, form, record) => {
      prepared(tx.db, 'DELETE FROM draft WHERE form = ? AND record = ?').run(form, record ?? '');
      const key = keyOf(form, record);
      const held = waiting.get(key);
      if (held === undefined) return;
      tx.afterCommit(() => {
        // What was typed since stays.
        if (waiting.get(key) === held) waiting.delete(key);
      });
    },
    all: (words) => {
      const held = prepared<{ form: string; record: string }>(vault.reader, 'SELECT form, record FROM draft').all();
      const places = new Map([...held, ...waiting.values()].map((one) => [keyOf(one.form, one.record === '' ? null : one.record), one]));
      return [...places.values()]
        .filter(({ form }) => form.startsWith(words) || kindNamed(form) !== undefined)
        .flatMap(({ form, record }) => placed(form, record === '' ? null : record) ?? [])
        .sort((one, other) => other.at - one.at);
    },
  };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return null;
  }
}

function turnIn(db: Database): number {
  const row = prepared<{ body: string }>(db, 'SELECT body FROM draft WHERE form = ? AND record = ?').get(turnRow.form, turnRow.record);
  const turn = Number(row?.body ?? 0);
  return Number.isSafeInteger(turn) ? turn : 0;
}

const upsert = (db: Database, { form, record, body, at }: Waiting, onlyIf = ''): unknown =>
  prepared(db, `INSERT INTO draft(form, record, body, at) VALUES (?, ?, ?, ?) ON CONFLICT(form, record) DO UPDATE SET body = excluded.body, at = excluded.at${onlyIf}`).run(
    form,
    record,
    body,
    at,
  );

/** What a draft is about is the record with this id and this number, in two parameters. */
const isAbout = `(record = ? OR (record LIKE '[%' AND EXISTS (SELECT 1 FROM json_each(CASE WHEN json_valid(record) THEN record ELSE '[]' END) WHERE value = ?)))`;

/** How many drafts are about a record, but for why it is to be erased. */
export const draftsAbout = (db: Database, { id, number }: { readonly id: string; readonly number: string }): number =>
  prepared<{ n: number }>(db, `SELECT count(*) AS n FROM draft WHERE ${isAbout} AND form NOT LIKE 'words:%:erase:'`).get(id, number)?.n ?? 0;

/** Takes out every draft that is about a record, also among others: it is erased. */
export function eraseDraftsAbout(db: Database, { id, number }: { readonly id: string; readonly number: string }): void {
  prepared(db, `DELETE FROM draft WHERE ${isAbout}`).run(id, number);
}

/** Whether something that a draft is about was erased. */
const isGone = (db: Database, record: string): boolean =>
  record !== '' &&
  prepared<{ id: string }>(
    db,
    "SELECT id FROM record WHERE closed = 4 AND (id = ? OR number IN (SELECT value FROM json_each(CASE WHEN json_valid(?) AND ? LIKE '[%' THEN ? ELSE '[]' END))) LIMIT 1",
  ).get(record, record, record, record) !== undefined;

/** Puts a draft into its table, or takes it out; of a record that was erased meanwhile nothing comes back. One that was `found` gives way to what is newer. */
function write(db: Database, draft: Waiting, found: boolean): void {
  const { form, record, body, at } = draft;
  const gone = isGone(db, record);
  if (body !== null && !gone) upsert(db, draft, found ? ' WHERE excluded.at >= draft.at' : '');
  else prepared(db, `DELETE FROM draft WHERE form = ? AND record = ?${found ? ' AND at <= ?' : ''}`).run(...(found ? [form, record, at] : [form, record]));
}
