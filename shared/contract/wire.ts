import * as z from 'zod';
import type { Answer } from '../failure/failure.ts';

/** One thing the window may ask: the parser of the question, of the reply, and of what is told while it runs. */
export interface Operation<Q extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType, P extends z.ZodType = z.ZodType> {
  readonly question: Q;
  readonly reply: R;
  readonly progress: P;
}
export function operation<Q extends z.ZodType, R extends z.ZodType>(question: Q, reply: R): Operation<Q, R, z.ZodNever>;
export function operation<Q extends z.ZodType, R extends z.ZodType, P extends z.ZodType>(question: Q, reply: R, progress: P): Operation<Q, R, P>;
export function operation(question: z.ZodType, reply: z.ZodType, progress: z.ZodType = z.never()): Operation {
  return { question, reply, progress };
}

export type Operations = Readonly<Record<string, Operation>>;
export type Question<C extends Operations, Name extends keyof C> = z.output<C[Name]['question']>;
export type Asked<C extends Operations, Name extends keyof C> = z.input<C[Name]['question']>;
export type Reply<C extends Operations, Name extends keyof C> = z.output<C[Name]['reply']>;
export type Progress<C extends Operations, Name extends keyof C> = z.output<C[Name]['progress']>;

/**
 * What crosses: JSON and Uint8Array only, so that both ports carry it alike. A question that is asked again carries the print of the answer that the window holds to it (empty
 * where it holds none): the answer then carries its own, and where that is the same, only so much is said.
 */
export type ToVault =
  | { readonly t: 'ask'; readonly id: number; readonly name: string; readonly question: unknown; readonly known?: string }
  | { readonly t: 'cancel'; readonly id: number };
export type ToWindow =
  | { readonly t: 'progress'; readonly id: number; readonly progress: unknown }
  | { readonly t: 'answer'; readonly id: number; readonly answer: Answer<unknown>; readonly print?: string }
  | { readonly t: 'same'; readonly id: number }
  | { readonly t: 'event'; readonly name: string; readonly event: unknown };

export const toVault = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('ask'), id: z.int(), name: z.string().max(64), question: z.unknown(), known: z.string().max(64).optional() }),
  z.strictObject({ t: z.literal('cancel'), id: z.int() }),
]);

/** One end of a MessagePort, of a pipe, or of a test. */
export interface Port<Out, In> {
  post(message: Out): void;
  listen(listener: (message: In) => void): void;
}
export type VaultEnd = Port<ToWindow, unknown>;
export type WindowEnd = Port<ToVault, ToWindow>;
