import { useEffect, useMemo, useState } from 'react';
import * as z from 'zod';
import { audiences, privileges } from '../../shared/records/field.ts';
import { privilegeBasis } from '../../shared/records/record.ts';
import { vault } from '../bridge.ts';
import { draftTiming, type Timers } from './draft-timing.ts';
import { flushBeforeLock } from './draft-flush.ts';
import type { FormState, FormStore } from './form-store.ts';

const draftBody = z.object({
  values: z.record(z.string(), z.unknown()),
  typed: z.record(z.string(), z.string()),
  caseId: z.string().nullable(),
  audience: z.enum(audiences),
  named: z.string().default(''),
  privilege: z.enum(privileges),
  basis: privilegeBasis,
  tags: z.string(),
  reason: z.string(),
  seq: z.int().nullable(),
});
export interface Draft {
  readonly state: FormState;
  /** The entry the form was opened on; null for a new record. */
  readonly seq: number | null;
  readonly at: number;
}

const timers: Timers = {
  set: (work, milliseconds) => setTimeout(work, milliseconds),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  now: () => Date.now(),
};

/** What was typed into this form before and never recorded; null where there is nothing, or nothing that can be read. */
export async function readDraft(form: string, record: string | null): Promise<Draft | null> {
  const answer = await vault.ask('drafts.read', { form, record });
  if (!answer.ok || answer.reply === null) return null;
  const body = draftBody.safeParse(answer.reply.body);
  if (!body.success) return null;
  const { seq, ...kept } = body.data;
  return { state: { ...kept, errors: {}, touched: true }, seq, at: answer.reply.at };
}

/** Seals what is being typed within a second of each keystroke, and before the vault locks. Gives when it was sealed last, and what stops and discards. */
export function useDraft(
  store: FormStore,
  form: string,
  record: string | null,
  seq: number | null,
  startedAt: number | null,
): { readonly sealedAt: number | null; readonly flush: () => Promise<void>; readonly discard: () => Promise<void> } {
  const [sealedAt, setSealedAt] = useState<number | null>(startedAt);
  const over = useMemo(() => ({ now: false }), []);
  const timing = useMemo(
    () =>
      draftTiming(async () => {
        if (over.now) return;
        const { values, typed, caseId, audience, privilege, basis, tags, reason } = store.getState();
        const answer = await vault.ask('drafts.save', { form, record, body: { values, typed, caseId, audience, privilege, basis, tags, reason, seq } });
        if (answer.ok) setSealedAt(answer.reply.at);
      }, timers),
    [store, form, record, seq, over],
  );
  useEffect(() => {
    const stopHearing = store.subscribe((now, was) => {
      if (
        now.values !== was.values ||
        now.typed !== was.typed ||
        now.tags !== was.tags ||
        now.reason !== was.reason ||
        now.privilege !== was.privilege ||
        now.basis !== was.basis ||
        now.audience !== was.audience ||
        now.caseId !== was.caseId
      )
        timing.typed();
    });
    const stopFlushing = flushBeforeLock(timing.flush);
    return () => {
      stopHearing();
      stopFlushing();
      void timing.flush();
    };
  }, [store, timing]);
  return {
    sealedAt,
    flush: timing.flush,
    discard: async () => {
      over.now = true;
      await timing.flush();
      await vault.ask('drafts.discard', { form, record });
    },
  };
}
