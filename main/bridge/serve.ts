import * as z from 'zod';
import { Refused, type Failure } from '../../shared/failure/failure.ts';
import { damageMet } from '../vault/system-failure.ts';
import { printOf } from './print-of.ts';
import { toVault, type Operations, type Progress, type Question, type Reply, type VaultEnd } from '../../shared/contract/wire.ts';

export interface Work<P> {
  /** Aborted when the window cancels or goes away. */
  readonly signal: AbortSignal;
  readonly tell: (progress: P) => void;
}
export type Handlers<C extends Operations> = {
  readonly [Name in keyof C]: (question: Question<C, Name>, work: Work<Progress<C, Name>>) => Promise<Reply<C, Name>> | Reply<C, Name>;
};

/**
 * Answers every question that comes over `end`. Questions are always parsed; a failure crosses as data; a bug is given to `fault`,
 * which returns the reference number that the window shows in its place. `meaning` says what an error of the database comes from. One question is begun at a time, in their
 * order, and between two of them the line is heard: what was cancelled before its turn is not begun. Gives a function that stops serving and cancels what runs.
 */
export function serve<C extends Operations>(
  contract: C,
  handlers: Handlers<C>,
  end: VaultEnd,
  fault: (bug: unknown, name: string) => string,
  meaning: (thrown: unknown) => unknown = (thrown) => thrown,
): () => void {
  const running = new Map<number, AbortController>();
  /** Heard and not begun yet. Whoever types asks faster than a search answers, and takes back what the next letter made old. */
  const waiting: Extract<z.output<typeof toVault>, { t: 'ask' }>[] = [];

  const failed = (id: number, failure: Failure) => end.post({ t: 'answer', id, answer: { ok: false, failure } });

  async function answerOne(id: number, name: string, raw: unknown, known: string | undefined): Promise<void> {
    const operation = Object.hasOwn(contract, name) ? contract[name] : undefined;
    if (!operation) return failed(id, { code: 'question-malformed', operation: name.slice(0, 64), field: '', why: 'there is no such operation' });
    const question = parsed(operation.question, raw);
    if (!question?.success) {
      const issue = question?.error.issues[0];
      return failed(id, { code: 'question-malformed', operation: name, field: issue?.path.join('.') ?? '', why: issue?.message ?? 'malformed' });
    }
    const controller = new AbortController();
    running.set(id, controller);
    try {
      // Proof of the cast: `question` was parsed by this operation's own parser just above.
      const handler = handlers[name as keyof C] as (question: unknown, work: Work<unknown>) => unknown;
      const reply = await handler(question.data, { signal: controller.signal, tell: (progress) => end.post({ t: 'progress', id, progress }) });
      const print = known === undefined ? undefined : printOf(name, reply);
      if (print !== undefined && print === known) end.post({ t: 'same', id });
      else end.post({ t: 'answer', id, answer: { ok: true, reply }, ...(print !== undefined && { print }) });
    } catch (error) {
      const thrown = damageMet(meaning(error));
      if (controller.signal.aborted) failed(id, { code: 'cancelled' });
      else if (thrown instanceof Refused) failed(id, thrown.failure);
      else failed(id, { code: 'unexpected', reference: fault(thrown, name) });
    } finally {
      running.delete(id);
    }
  }

  function beginNext(): void {
    const next = waiting.shift();
    if (next !== undefined) void answerOne(next.id, next.name, next.question, next.known);
  }
  /** The next one in a turn of its own: turns that were asked for together are taken without hearing the line. */
  function beginInTurn(): void {
    beginNext();
    if (waiting.length > 0) setImmediate(beginInTurn);
  }
  function cancel(id: number): void {
    const at = waiting.findIndex((one) => one.id === id);
    if (at < 0) return running.get(id)?.abort();
    waiting.splice(at, 1);
    failed(id, { code: 'cancelled' });
  }

  end.listen((raw) => {
    const message = toVault.safeParse(raw);
    if (!message.success) return;
    if (message.data.t === 'cancel') return cancel(message.data.id);
    waiting.push(message.data);
    if (waiting.length === 1) setImmediate(beginInTurn);
  });
  return () => {
    // What was asked before the end is begun, and hears of it as all that runs does.
    while (waiting.length > 0) beginNext();
    running.forEach((controller) => controller.abort());
  };
}

/** What a parser makes of a question; null where it throws: zod freezes a read-only list before it has found it wrong, and bytes in its place cannot be frozen. */
function parsed(question: z.ZodType, raw: unknown): z.ZodSafeParseResult<unknown> | null {
  try {
    return question.safeParse(raw);
  } catch {
    return null;
  }
}

/** Handlers that check their own replies: for tests and development, where a wrong reply should be loud. */
export function checked<C extends Operations>(contract: C, handlers: Handlers<C>): Handlers<C> {
  const wrapped = Object.entries(handlers).map(([name, handler]) => [
    name,
    async (question: never, work: never) => {
      const operation = contract[name] as { reply: z.ZodType };
      return operation.reply.parse(await (handler as (q: never, w: never) => unknown)(question, work));
    },
  ]);
  // Proof of the cast: the same names, each handler behind its own reply parser.
  return Object.fromEntries(wrapped) as Handlers<C>;
}
