import * as z from 'zod';
import type { Operations, Port, Question, Reply } from './wire.ts';

const message = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('line-ask'), id: z.int(), name: z.string(), question: z.unknown() }),
  z.strictObject({ t: z.literal('line-reply'), id: z.int(), reply: z.unknown() }),
  z.strictObject({ t: z.literal('line-fault'), id: z.int(), name: z.string() }),
]);
export type LineMessage = z.infer<typeof message>;
export type LineHandlers<C extends Operations> = { readonly [Name in keyof C]: (question: Question<C, Name>) => Promise<Reply<C, Name>> | Reply<C, Name> };
export interface Line<Theirs extends Operations> {
  /** Asks the other end. Rejects with a plain error when the other end fails or answers with something else than it promised. */
  ask<Name extends keyof Theirs & string>(name: Name, question: Question<Theirs, Name>): Promise<Reply<Theirs, Name>>;
}

/** Two processes of ours asking each other over one port. Questions and replies are parsed by whoever receives them. */
export function line<Ours extends Operations, Theirs extends Operations>(port: Port<LineMessage, unknown>, ours: Ours, handlers: LineHandlers<Ours>, theirs: Theirs): Line<Theirs> {
  const open = new Map<number, { readonly name: string; readonly resolve: (reply: never) => void; readonly reject: (why: Error) => void }>();
  let last = 0;

  async function answerOne(id: number, name: string, raw: unknown): Promise<void> {
    try {
      const operation = Object.hasOwn(ours, name) ? ours[name] : undefined;
      if (!operation) throw new Error(`nobody answers ${name}`);
      // Proof of the cast: the question was parsed by this operation's own parser on the same line.
      const reply = await handlers[name as keyof Ours](operation.question.parse(raw) as never);
      port.post({ t: 'line-reply', id, reply });
    } catch (thrown) {
      port.post({ t: 'line-fault', id, name: thrown instanceof Error ? thrown.name : typeof thrown });
    }
  }

  port.listen((raw) => {
    const parsed = message.safeParse(raw);
    if (!parsed.success) return;
    const heard = parsed.data;
    if (heard.t === 'line-ask') return void answerOne(heard.id, heard.name, heard.question);
    const call = open.get(heard.id);
    if (!call) return;
    open.delete(heard.id);
    if (heard.t === 'line-fault') return call.reject(new Error(`${call.name}: ${heard.name}`));
    const reply = theirs[call.name]?.reply.safeParse(heard.reply);
    if (!reply?.success) return call.reject(new Error(`${call.name}: a malformed reply`));
    // Proof of the cast: parsed by the asked operation's own parser just above.
    call.resolve(reply.data as never);
  });

  return {
    ask: (name, question) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        open.set(id, { name, resolve, reject });
        port.post({ t: 'line-ask', id, name, question });
      }),
  };
}
