import { useState } from 'react';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { Asked, Reply } from '../../../shared/contract/wire.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import type { NamedMapping } from '../../../shared/law/scope/roster-columns.ts';
import { grant, vault } from '../../bridge.ts';
import { startWork } from '../../screen/screen.ts';
import { scope as words } from '../../words/scope.ts';

export type Look = Reply<Contract, 'screening.look'>;
type Form = Pick<Asked<Contract, 'screening.look'>, 'encoding' | 'delimiter'>;
export interface Chosen {
  readonly token: string;
  readonly look: Look;
  readonly mapping: NamedMapping;
  readonly form: Form;
}
export interface Far {
  readonly rows: number;
  readonly share: number;
  readonly stop: () => void;
}

/** A roster from choosing to result: granted or sent, looked at, its columns mapped, screened with progress, stopped at any time. */
export function useScreening(
  order: string,
  onDone: (number: string) => void,
): {
  chosen: Chosen | null;
  far: Far | null;
  failure: Failure | null;
  choose: () => Promise<void>;
  drop: (files: readonly File[]) => Promise<void>;
  read: (form: Form) => Promise<void>;
  map: (mapping: NamedMapping) => void;
  /** Gives whether it ran to its end. */
  run: (day: string | null, keep: Asked<Contract, 'screening.run'>['keep']) => Promise<boolean>;
} {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [far, setFar] = useState<Far | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function look(token: string, form: Form): Promise<void> {
    const answer = await vault.ask('screening.look', { file: token, ...form });
    if (!answer.ok) return setFailure(answer.failure);
    setFailure(null);
    setChosen({ token, look: answer.reply, mapping: answer.reply.mapping, form });
  }
  async function take(files: readonly { readonly token: string }[] | null): Promise<void> {
    if (files === null) return setFailure({ code: 'not-available-here', what: words.file, why: words.notSent });
    const [first] = files;
    if (first) await look(first.token, {});
  }

  return {
    chosen,
    far,
    failure,
    choose: async () => {
      const answer = await vault.ask('evidence.chooseFiles', {});
      if (answer.ok) await take(answer.reply);
      else setFailure(answer.failure);
    },
    drop: async (dropped) => {
      const { files, unread } = await grant(dropped);
      await take(files.length === 0 && unread.length > 0 ? null : files);
    },
    read: async (form) => {
      if (chosen) await look(chosen.token, form);
    },
    map: (mapping) => setChosen((now) => now && { ...now, mapping }),
    run: async (day, keep) => {
      if (!chosen) return false;
      const stop = new AbortController();
      const bar = startWork(words.running, () => stop.abort());
      setFailure(null);
      setFar({ rows: 0, share: 0, stop: () => stop.abort() });
      const answer = await vault.ask(
        'screening.run',
        { order, file: chosen.token, mapping: { ...chosen.mapping }, ...chosen.form, ...(day !== null && { day }), ...(keep && { keep }) },
        {
          signal: stop.signal,
          onProgress: ({ bytes, of, rows }) => {
            const share = of === 0 ? 1 : bytes / of;
            bar.tell(words.rows(rows), share);
            setFar({ rows, share, stop: () => stop.abort() });
          },
        },
      );
      bar.end();
      setFar(null);
      if (answer.ok) onDone(answer.reply.number);
      else setFailure(answer.failure);
      return answer.ok;
    },
  };
}
