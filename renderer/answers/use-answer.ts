import { useEffect, useMemo, useRef, useState } from 'react';
import type { Contract } from '../../shared/contract/contract.ts';
import type { Asked, Reply } from '../../shared/contract/wire.ts';
import type { Failure } from '../../shared/failure/failure.ts';
import { vault } from '../bridge.ts';
import { useScreen } from '../screen/screen.ts';
import { answerKeeper, keptAnswer, letGo, type Kept } from './kept-answers.ts';

export interface Answered<R> {
  /** The last good reply; kept while a newer one is asked for, so that nothing flickers, but never shown in another time than it is about. */
  readonly reply: R | null;
  readonly failure: Failure | null;
  readonly loading: boolean;
  readonly again: () => void;
}

interface Held<R> {
  readonly key: string;
  readonly asOf: number | null;
  readonly reply: R | null;
  /** What tells the reply from another (`printOf` in main/bridge); empty where there is none. */
  readonly print: string;
  readonly failure: Failure | null;
}

/**
 * Asks the vault and keeps the answer true: asks again when the question changes, when a record changes, on a new day and, for questions that carry `asOf`,
 * when another time is shown. An answer that comes to the same as the one that is held is not sent again, and draws nothing anew. What was answered at this very entry,
 * on a page that was left, is not asked again. `null` asks nothing.
 */
export function useAnswer<Name extends keyof Contract & string>(name: Name, question: Asked<Contract, Name> | null, timed = true): Answered<Reply<Contract, Name>> {
  type R = Reply<Contract, Name>;
  const asOf = useScreen((now) => now.asOf);
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<Held<R>>({ key: '', asOf, reply: null, print: '', failure: null });
  const key = question === null ? '' : `${JSON.stringify(question)} ${asOf}`;
  const asked = useRef(question);
  asked.current = question;
  // Proof of the casts, here and below: kept under the name of this operation.
  const there = useMemo(() => (key === '' ? undefined : (keptAnswer(name, key) as Kept<R> | undefined)), [name, key]);
  const held: Held<R> = there !== undefined && state.key !== key ? { key, asOf, ...there, failure: null } : state;
  const holds = useRef(held);
  holds.current = held;

  useEffect(() => {
    if (key === '') return;
    let mine: Kept<R> | null = holds.current.key === key && holds.current.reply !== null ? { reply: holds.current.reply, print: holds.current.print } : null;
    let stop = new AbortController();
    const hold = (good: Kept<R>): void => {
      mine = good;
      setState((was) => (was.key === key && was.reply === good.reply && was.failure === null ? was : { key, asOf, ...good, failure: null }));
    };
    const renew = (): void => {
      stop.abort();
      const now = asked.current;
      if (now === null) return;
      const kept = keptAnswer(name, key) as Kept<R> | undefined;
      if (kept !== undefined) return hold(kept);
      stop = new AbortController();
      const { signal } = stop;
      const keep = answerKeeper(name, key);
      const before = mine;
      const whole = timed && asOf !== null ? { ...now, asOf } : now;
      // Proof of the cast: `asOf` is added to questions that take it only (`timed`).
      void vault.renew(name, whole, before?.print ?? '', signal).then((told) => {
        if (signal.aborted) return;
        const good = told.same ? before : told.answer.ok ? { reply: told.answer.reply, print: told.print } : null;
        if (good !== null) {
          keep(good);
          return hold(good);
        }
        if (!told.same && !told.answer.ok) {
          const { failure } = told.answer;
          setState((was) => ({ key, asOf, reply: was.key === key ? was.reply : null, print: was.key === key ? was.print : '', failure }));
        }
      });
    };
    renew();
    const deaf = useScreen.subscribe((now, before) => {
      if (now.seq !== before.seq || now.session?.today !== before.session?.today || now.session?.zone !== before.session?.zone) renew();
    });
    return () => {
      deaf();
      stop.abort();
    };
  }, [name, key, turn, asOf, timed]);

  const fits = held.key.split(' ').slice(0, -1).join(' ') === key.split(' ').slice(0, -1).join(' ');
  return {
    reply: timed && held.asOf !== asOf ? null : fits || held.failure === null ? held.reply : null,
    failure: held.key === key ? held.failure : null,
    loading: question !== null && held.key !== key,
    again: () => {
      letGo();
      setTurn(turn + 1);
    },
  };
}
