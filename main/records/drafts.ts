import type { Clock } from '../../shared/calendar/clock.ts';
import type { Vault } from '../vault/vault.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import { refuseHidden } from './hidden.ts';
import { prepared } from './prepared.ts';
import { isShell, kindOf } from './row.ts';
import type { Reading } from './reading.ts';
import { refuse } from '../../shared/failure/failure.ts';

export interface Draft {
  readonly body: unknown;
  readonly at: number;
}

/** What somebody has typed and not yet saved: in the vault and its backups, outside journal, history and search. */
export interface Drafts {
  /** The draft of a form, for a record or for a new one (null); null when there is none. */
  read(form: string, record: string | null): Draft | null;
  /** Keeps `body` (JSON). Waits its turn like every change; an import before it can take seconds. */
  save(form: string, record: string | null, body: unknown): Promise<{ readonly at: number }>;
  discard(form: string, record: string | null): Promise<void>;
}

/** Longest draft: a form of one record, whose longest field takes 1 MB. */
const longestDraft = 4_000_000;

export function draftsIn(vault: Vault, reading: Reading, clock: Clock): Drafts {
  /** The compartment of the record that a draft is about. A draft for a new record names the kind at the end of its form. */
  const compartmentOf = (form: string, record: string | null): 'people' | undefined => {
    const found = record === null ? undefined : reading.get(record);
    if (found) refuseHidden(found);
    if (found && isShell(found)) refuse({ code: 'compartment-closed', compartment: 'people' });
    return (found ? kindOf(found.kind) : kindNamed(form.split(/[^a-z_]/).at(-1) ?? ''))?.compartment;
  };
  /** What waits its turn to be written, by form and record: a form that is opened again meanwhile finds what was typed last, not what was written last. */
  const waiting = new Map<string, { readonly body: string; readonly at: number }>();
  const keyOf = (form: string, record: string | null): string => JSON.stringify([form, record]);
  return {
    read: (form, record) => {
      const draft =
        waiting.get(keyOf(form, record)) ??
        prepared<{ body: string; at: number }>(vault.reader, 'SELECT body, at FROM draft WHERE form = ? AND record = ?').get(form, record ?? '');
      if (!draft) return null;
      const compartment = compartmentOf(form, record);
      const json = compartment ? vault.unseal(compartment, Buffer.from(draft.body, 'base64')) : draft.body;
      if (json === null) return null;
      const body: unknown = JSON.parse(typeof json === 'string' ? json : Buffer.from(json).toString());
      return { body, at: draft.at };
    },
    save: async (form, record, body) => {
      const json = JSON.stringify(body ?? null);
      if (json.length > longestDraft) refuse({ code: 'question-malformed', operation: 'drafts.save', field: 'body', why: 'longer than any form' });
      const compartment = compartmentOf(form, record);
      const kept = compartment ? Buffer.from(vault.seal(compartment, Buffer.from(json))).toString('base64') : json;
      const at = clock().instant;
      const key = keyOf(form, record);
      const typed = { body: kept, at };
      waiting.set(key, typed);
      try {
        await vault.change({}, (tx) =>
          prepared(tx.db, 'INSERT INTO draft(form, record, body, at) VALUES (?, ?, ?, ?) ON CONFLICT(form, record) DO UPDATE SET body = excluded.body, at = excluded.at').run(
            form,
            record ?? '',
            kept,
            at,
          ),
        );
      } finally {
        if (waiting.get(key) === typed) waiting.delete(key);
      }
      return { at };
    },
    discard: async (form, record) => {
      waiting.delete(keyOf(form, record));
      await vault.change({}, (tx) => prepared(tx.db, 'DELETE FROM draft WHERE form = ? AND record = ?').run(form, record ?? ''));
    },
  };
}
