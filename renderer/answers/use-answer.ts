import { useEffect, useRef, useState } from 'react';
import type { Contract } from '../../shared/contract/contract.ts';
import type { Asked, Reply } from '../../shared/contract/wire.ts';
import type { Failure } from '../../shared/failure/failure.ts';
import { vault } from '../bridge.ts';
import { useScreen } from '../screen/screen.ts';

export interface Answered<R> {
  /** The last good reply; kept while a newer one is asked for, so that nothing flickers, but never shown in another time than it is about. */
  readonly reply: R | null;
  readonly failure: Failure | null;
  readonly loading: boolean;
  readonly again: () => void;
}

/**
 * Asks the vault and keeps the answer true: asks again when the question changes, when a record changes and, for questions that carry `asOf`,
 * when another time is shown. `null` asks nothing.
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

  useEffect(() => {
    const now = asked.current;
    if (now === null) return;
    const stop = new AbortController();
    const whole = timed && asOf !== null ? { ...now, asOf } : now;
    // Proof of the cast: `asOf` is added to questions that take it only (`timed`).
    void vault.ask(name, whole, { signal: stop.signal }).then((answer) => {
      if (stop.signal.aborted) return;
      setState((was) => (answer.ok ? { key, asOf, reply: answer.reply, failure: null } : { key, asOf, reply: was.key === key ? was.reply : null, failure: answer.failure }));
    });
    return () => stop.abort();
  }, [name, key, seq, turn, asOf, timed]);

  const fits = state.key.split(' ').slice(0, -1).join(' ') === key.split(' ').slice(0, -1).join(' ');
  return {
    reply: timed && state.asOf !== asOf ? null : fits || state.failure === null ? state.reply : null,
    failure: state.key === key ? state.failure : null,
    loading: question !== null && state.key !== key,
    again: () => setTurn(turn + 1),
  };
}
