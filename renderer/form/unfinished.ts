import * as z from 'zod';
import { create } from 'zustand';
import { wordsMark } from '../../shared/records/draft-place.ts';
import { vault } from '../bridge.ts';

/** The words of a dialog as they are kept: with what the dialog is called and where it was opened, so that it can be gone on with. */
export const keptBody = z.object({
  title: z.string(),
  /** What was written, on one line, as far as it tells one from another. */
  said: z.string(),
  from: z.string(),
  /** It stood open when this was sealed: whoever locked, or died, was in the middle of it. */
  open: z.boolean(),
  words: z.unknown(),
});
const formBody = z.object({ said: z.string(), open: z.boolean() });
export type KeptBody = z.infer<typeof keptBody>;

/** Something that was typed and is not recorded: a form (`kept` is null), or the words of a dialog. */
export interface Unfinished {
  readonly form: string;
  readonly record: string | null;
  /** The number of the record whose form it is; null for a new one, and for a dialog. */
  readonly number: string | null;
  readonly at: number;
  readonly kept: KeptBody | null;
  /** What tells it from others: the title that a form has so far, the words of a dialog. */
  readonly said: string;
  /** The form or the dialog stood open when the vault was locked, or the window died, and nobody has looked at it since. */
  readonly interrupted: boolean;
}

interface Held {
  /** Newest first. */
  readonly all: readonly Unfinished[];
  /** Whether the vault has said what there is. */
  readonly known: boolean;
}
/** All that is unfinished, by this window's knowledge: read once from the vault, then kept up with what is typed here. */
export const useUnfinished = create<Held>(() => ({ all: [], known: false }));

const isAt =
  (form: string, record: string | null) =>
  (one: Pick<Unfinished, 'form' | 'record'>): boolean =>
    one.form === form && one.record === record;

/** Asks the vault what an earlier session left. What was typed here meanwhile stands. */
export async function readUnfinished(): Promise<void> {
  const answer = await vault.ask('drafts.all', {});
  const told: readonly Unfinished[] = !answer.ok
    ? []
    : answer.reply.drafts.flatMap(({ body, ...rest }): Unfinished[] => {
        if (!rest.form.startsWith(wordsMark)) {
          const { data } = formBody.safeParse(body);
          return [{ ...rest, kept: null, said: data?.said ?? '', interrupted: data?.open ?? false }];
        }
        const kept = keptBody.safeParse(body);
        return kept.success ? [{ ...rest, kept: kept.data, said: kept.data.said, interrupted: kept.data.open }] : [];
      });
  useUnfinished.setState(({ all }) => ({ known: true, all: [...all, ...told.filter((one) => !all.some(isAt(one.form, one.record)))] }));
}

/** What is unfinished at one place; undefined where nothing is. */
export const unfinishedAt = (form: string, record: string | null): Unfinished | undefined => useUnfinished.getState().all.find(isAt(form, record));

/** Something was sealed. */
export const hold = (one: Unfinished): void => useUnfinished.setState(({ all }) => ({ all: [one, ...all.filter((other) => !isAt(one.form, one.record)(other))] }));

/** It is recorded or thrown away. */
export function letGoOf(form: string, record: string | null): void {
  if (unfinishedAt(form, record)) useUnfinished.setState(({ all }) => ({ all: all.filter((one) => !isAt(form, record)(one)) }));
}

/** Somebody has seen that they were interrupted. */
export const seen = (form: string, record: string | null): void =>
  useUnfinished.setState(({ all }) => ({ all: all.map((one) => (one.interrupted && isAt(form, record)(one) ? { ...one, interrupted: false } : one)) }));

/** Throws it away, for good. */
export async function discard(form: string, record: string | null): Promise<void> {
  letGoOf(form, record);
  await vault.ask('drafts.discard', { form, record });
}
