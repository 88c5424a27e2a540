import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import * as z from 'zod';
import { audiences, privileges } from '../../shared/records/field.ts';
import { privilegeBasis } from '../../shared/records/record.ts';
import type { Failure } from '../../shared/failure/failure.ts';
import { saidIn } from '../../shared/records/draft-place.ts';
import { vault } from '../bridge.ts';
import type { FormState, FormStore } from './form-store.ts';
import type { Snapshot } from './merge.ts';
import { discard, hold, seen } from './unfinished.ts';
import type { Target } from './use-save.ts';
import { useSealing, type Unsealed } from './use-sealing.ts';
import { patchOf } from './values.ts';

const labels = { audience: z.enum(audiences), named: z.string(), privilege: z.enum(privileges), basis: privilegeBasis, tags: z.string() };
const draftBody = z.object({
  ...labels,
  values: z.record(z.string(), z.unknown()),
  typed: z.record(z.string(), z.string()),
  typedOn: z.record(z.string(), z.string()).default({}),
  caseId: z.string().nullable(),
  // Drafts of earlier versions do not say for whom alone it is.
  named: z.string().nullable().default(null),
  reason: z.string(),
  seq: z.int().nullable(),
  /** What the record held where something was typed, and its labels, when the form was opened: another may have changed it before the draft is found again. */
  base: z
    .strictObject({ fields: z.record(z.string(), z.unknown()), labels: z.strictObject(labels) })
    .nullable()
    .default(null),
});
export interface Draft {
  /** `named` is null where the draft does not say: then the record's own holds. */
  readonly state: Omit<FormState, 'named'> & { readonly named: string | null };
  /** The entry the form was opened on; null for a new record. */
  readonly seq: number | null;
  /** What was typed on, in the fields that were touched; null for a new record, or where nobody kept it. */
  readonly base: Snapshot | null;
  readonly at: number;
}

/** What the record held in the fields that were touched in the form: no more is needed to see what somebody else changed, and a draft stays small. */
function touchedOf({ fields, labels: held }: Snapshot, { values, typed }: Pick<FormState, 'values' | 'typed'>): Snapshot {
  const names = new Set([...Object.keys(patchOf(fields, values)), ...Object.keys(typed).map((key) => key.split('.')[0] ?? '')]);
  return { fields: Object.fromEntries([...names].map((name) => [name, fields[name] ?? null])), labels: held };
}

/** What was typed into this form before and never recorded; null where there is nothing, or nothing that can be read. */
export async function readDraft(form: string, record: string | null): Promise<Draft | null> {
  const answer = await vault.ask('drafts.read', { form, record });
  if (!answer.ok || answer.reply === null) return null;
  const body = draftBody.safeParse(answer.reply.body);
  if (!body.success) return null;
  const { seq, base, ...kept } = body.data;
  return { state: { ...kept, errors: {}, touched: true }, seq, base, at: answer.reply.at };
}

/**
 * Seals what is being typed within a second of each keystroke, and before the vault locks. Gives when it was sealed last, whether something typed is not, and
 * what stops and discards.
 */
export function useDraft(
  store: FormStore,
  form: string,
  record: string | null,
  { number, seq, base }: Pick<Target, 'number' | 'seq' | 'base'>,
  startedAt: number | null,
): { readonly sealedAt: number | null; readonly unsealed: Unsealed | null; readonly flush: () => Promise<boolean>; readonly discard: () => Promise<void> } {
  const [sealedAt, setSealedAt] = useState<number | null>(startedAt);
  const over = useMemo(() => ({ now: false }), []);
  /** The form is on the page: whoever locks or dies is in the middle of it. */
  const isOpen = useRef(true);
  const save = useCallback(async (): Promise<Failure | null> => {
    if (over.now) return null;
    const { errors: _errors, touched: _touched, ...typing } = store.getState();
    const answer = await vault.ask('drafts.save', { form, record, body: { ...typing, seq, base: base && touchedOf(base, typing), open: isOpen.current } });
    if (!answer.ok) return answer.failure;
    setSealedAt(answer.reply.at);
    if (!over.now)
      hold({
        form,
        record,
        number,
        at: answer.reply.at,
        kept: null,
        said: saidIn([typing.values['title'] ?? typing.values['name'] ?? Object.values(typing.values).find((value) => typeof value === 'string')]),
        interrupted: false,
      });
    return null;
  }, [store, form, record, number, seq, base, over]);
  const { typed, flush, unsealed } = useSealing(save);
  const isKept = useRef(false);
  isKept.current = sealedAt !== null;
  const last = useRef({ typed, flush });
  last.current = { typed, flush };
  useEffect(() => {
    isOpen.current = true;
    seen(form, record);
    return () => {
      isOpen.current = false;
      if (over.now || !isKept.current) return;
      last.current.typed();
      void last.current.flush();
    };
  }, [form, record, over]);
  useEffect(
    () =>
      store.subscribe((now, was) => {
        if (
          now.values !== was.values ||
          now.typed !== was.typed ||
          now.tags !== was.tags ||
          now.reason !== was.reason ||
          now.privilege !== was.privilege ||
          now.basis !== was.basis ||
          now.audience !== was.audience ||
          now.named !== was.named ||
          now.caseId !== was.caseId
        )
          typed();
      }),
    [store, typed],
  );
  return {
    sealedAt,
    unsealed,
    flush,
    discard: async () => {
      over.now = true;
      await flush();
      await discard(form, record);
    },
  };
}
