import { useEffect, useRef, useState } from 'react';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { GrantedFile } from '../../../shared/contract/window-door.ts';
import type { Asked, Reply } from '../../../shared/contract/wire.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { grant, vault } from '../../bridge.ts';
import { nowInstant, setScreen, startWork } from '../../screen/screen.ts';
import { importing as words } from '../../words/exchange.ts';

export type Plan = Reply<Contract, 'exchange.plan'>;
/** What the person chose so far; what is undefined is guessed from the file. */
export type Choice = Omit<Asked<Contract, 'exchange.plan'>, 'file'>;

export interface Importing {
  readonly file: GrantedFile | null;
  readonly choice: Choice;
  readonly plan: Plan | null;
  readonly failure: Failure | null;
  readonly phase: 'choosing' | 'reading' | 'planned' | 'running' | 'done';
  /** How many records a try or the import came to. */
  readonly tried: number | null;
  readonly imported: number | null;
}
const nothing = (choice: Choice): Importing => ({ file: null, choice, plan: null, failure: null, phase: 'choosing', tried: null, imported: null });

/** Importing one file; `onDone` is called once it is in, before the page says so: granted, planned anew with every choice, tried, then written as one act. Only the newest answer counts. */
export function useImport(
  first: Choice,
  onDone: () => Promise<void> | undefined,
): {
  importing: Importing;
  take: (files: readonly File[]) => Promise<void>;
  choose: (part: Partial<Choice>) => void;
  run: (rehearse: boolean) => Promise<void>;
  cancel: () => void;
} {
  const [importing, setImporting] = useState<Importing>(() => nothing(first));
  const asking = useRef<AbortController | null>(null);
  useEffect(() => () => asking.current?.abort(), []);

  const begin = (): AbortController => {
    asking.current?.abort();
    return (asking.current = new AbortController());
  };

  async function plan(file: GrantedFile, choice: Choice): Promise<void> {
    const stop = begin();
    setImporting((now) => ({ ...now, file, choice, phase: 'reading', failure: null, tried: null, imported: null }));
    const answer = await vault.ask('exchange.plan', { file: file.token, ...choice }, { signal: stop.signal });
    if (stop.signal.aborted) return;
    setImporting((now) => (answer.ok ? { ...now, plan: answer.reply, phase: 'planned' } : { ...now, plan: null, phase: 'planned', failure: answer.failure }));
  }

  async function take(files: readonly File[]): Promise<void> {
    const stop = begin();
    setImporting(nothing(importing.choice));
    const granted = await grant(files.slice(0, 1), stop.signal);
    const file = granted.files[0];
    const [unread] = granted.unread;
    if (unread !== undefined) return setImporting((now) => ({ ...now, failure: { code: 'file-unreadable', file: unread, why: words.loadFile.notSent } }));
    // Another file has other columns: what was chosen for the last one does not hold.
    const { caseId, kind } = importing.choice;
    if (file && !stop.signal.aborted) await plan(file, { caseId, ...(kind !== undefined && { kind }) });
  }

  async function run(rehearse: boolean): Promise<void> {
    const { file, choice, plan: made } = importing;
    if (!file || !made) return;
    const stop = begin();
    setImporting((now) => ({ ...now, phase: 'running', failure: null, tried: null }));
    const work = startWork(words.working, () => stop.abort());
    const answer = await vault.ask(
      'exchange.import',
      { file: file.token, ...choice, rehearse },
      { signal: stop.signal, onProgress: ({ done, of }) => work.tell(words.far(done, of ?? 0), of ? done / of : null) },
    );
    work.end();
    if (!answer.ok) {
      setImporting((now) => ({ ...now, phase: 'planned', failure: answer.failure.code === 'cancelled' ? null : answer.failure }));
      return;
    }
    const { records, act } = answer.reply;
    if (act !== null) await onDone();
    if (act !== null) setScreen({ failure: null, savedAt: nowInstant(), undoable: { act, says: words.undoSays(records, file.name) } });
    setImporting((now) => (act === null ? { ...now, phase: 'planned', tried: records } : { ...now, phase: 'done', imported: records }));
  }

  return {
    importing,
    take,
    choose: (part) => {
      if (importing.file) void plan(importing.file, { ...importing.choice, ...part });
      else setImporting((now) => ({ ...now, choice: { ...now.choice, ...part } }));
    },
    run,
    cancel: () => asking.current?.abort(),
  };
}
