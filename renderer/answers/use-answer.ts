import { useEffect, useMemo, useRef, useState } from 'react';
import type { Contract } from '../../shared/contract/contract.ts';
import type { Asked, Reply } from '../../shared/contract/wire.ts';
import type { Failure } from '../../shared/failure/failure.ts';
import { vault } from '../bridge.ts';
import { useScreen } from '../screen/screen.ts';
import { answerKeeper, keptAnswer, letGo } from './kept-answers.ts';

export interface Answered<R> {
  /** The last good reply; kept while a newer one is asked for, so that nothing flickers, but never shown in another time than it is about. */
  readonly reply: R | null;
  readonly failure: Failure | null;
  readonly loading: boolean;
  readonly again: () => void;
}

/**
 * Asks the vault and keeps the answer true: asks again when the question changes, when a record changes and, for questions that carry `asOf`,
 * when another time is shown. What was answered at this very entry, on a page that was left, is not asked again. `null` asks nothing.
 */
export function useAnswer<Name extends keyof Contract & string>(name: Name, question: Asked<Contract, Name> | null, timed = true): Answered<Reply<Contract, Name>> {
  const asOf = useScreen((now) => now.asOf);
  const seq = useScreen((now) => now.seq);
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{ key: string; asOf: number | null; reply: Reply<Contract, Name> | null; failure: Failure | null }>({
    key: '',
    asOf,
    reply: null,
    failure: null,
  });
  const key = question === null ? '' : `${JSON.stringify(question)} ${asOf}`;
  const asked = useRef(question);
  asked.current = question;
  // Proof of the cast: kept under the name of this operation.
  const known = useMemo(() => (key === '' ? undefined : keptAnswer(name, key)) as Reply<Contract, Name> | undefined, [name, key, seq, turn]);
  const held = known !== undefined && state.reply !== known ? { key, asOf, reply: known, failure: null } : state;

  useEffect(() => {
    const now = asked.current;
    if (now === null) return;
    if (known !== undefined) return setState((was) => (was.key === key && was.reply === known ? was : { key, asOf, reply: known, failure: null }));
    const keep = answerKeeper(name, key);
    const stop = new AbortController();
    const whole = timed && asOf !== null ? { ...now, asOf } : now;
    // Proof of the cast: `asOf` is added to questions that take it only (`timed`).
    void vault.ask(name, whole, { signal: stop.signal }).then((answer) => {
      if (stop.signal.aborted) return;
      if (answer.ok) keep(answer.reply);
      setState((was) => (answer.ok ? { key, asOf, reply: answer.reply, failure: null } : { key, asOf, reply: was.key === key ? was.reply : null, failure: answer.failure }));
    });
    return () => stop.abort();
  }, [name, key, known, seq, turn, asOf, timed]);

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
