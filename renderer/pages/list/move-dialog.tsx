import { useEffect, useState } from 'react';
import * as z from 'zod';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import type { KindDefinition } from '../../../shared/records/kind.ts';
import { statesTogether } from '../../../shared/records/move-together.ts';
import { vault } from '../../bridge.ts';
import { useKeptWords } from '../../form/use-kept-words.ts';
import { useScreen } from '../../screen/screen.ts';
import { ChoiceSelect } from '../../ui/choice-select.tsx';
import { Cited } from '../../ui/cited.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { Ref } from '../../ui/ref.tsx';
import { wordsOf } from '../../words/failures.ts';
import { list as words } from '../../words/list.ts';
import { useTogether } from './use-together.ts';
import styles from './list.module.css';

type MayMove = Reply<Contract, 'records.mayMove'>;
/** The most that say why they cannot; the rest are counted. */
const mostSaid = 100;
const movedTo = z.object({ reason: z.string(), to: z.string().nullable() });

/** Brings the chosen records into one state: says first which of them can and why the others cannot, then does it for those that can, as one act. */
export function MoveDialog({ kind, numbers, onClose, onDone }: { kind: KindDefinition; numbers: readonly string[]; onClose: () => void; onDone: () => void }) {
  const title = words.moveTitle(numbers.length, kind.label, kind.plural);
  const kept = useKeptWords({ dialog: 'move-many', about: numbers, kind: kind.kind, title }, movedTo, { reason: '', to: null }, ['reason']);
  const { to } = kept.words;
  const { found, far, failure: unlooked } = useMayMove(numbers, to);
  const { run, failure, running, stop } = useTogether((count) => words.moved(count, kind.states[to ?? '']?.label ?? ''), onDone);
  const can = found?.can ?? [];
  return (
    <ReasonDialog
      title={title}
      kept={kept}
      reason="taken"
      does={words.move1(can.length, numbers.length)}
      leaves={running ? words.stop : words.cancel}
      waits={to === null || can.length === 0}
      failure={failure ?? unlooked}
      size={560}
      onAct={async (reason) => to !== null && (await run('records.moveMany', { numbers: [...can], to, ...(reason !== '' && { reason }) }))}
      onClose={running ? stop : onClose}
    >
      <ChoiceSelect
        label={words.moveTo}
        description={words.moveHint}
        data={statesTogether(kind).map((state) => ({ value: state, label: kind.states[state]?.label ?? state }))}
        value={to}
        onChange={(value) => kept.set({ to: value })}
        first
      />
      <p role="status" className={found && found.cannot.length > 0 ? 'strong' : 'muted'}>
        {to === null ? words.moveAsk : found ? words.canMove(found.can.length, found.cannot.length) : words.looking(far, numbers.length)}
      </p>
      {found && found.cannot.length > 0 && (
        <section className={styles.cannot} aria-label={words.cannot} tabIndex={0}>
          <ul>
            {found.cannot.slice(0, mostSaid).map(({ number, failure: why }) => (
              <li key={number}>
                <Ref>{number}</Ref> <Cited text={whyNot(why)} />
              </li>
            ))}
          </ul>
          {found.cannot.length > mostSaid && <p className="muted">{words.andMore(found.cannot.length - mostSaid)}</p>}
        </section>
      )}
    </ReasonDialog>
  );
}

/** What stands in the way, without the words about what was or was not changed: nothing was tried. */
function whyNot(failure: Failure): string {
  switch (failure.code) {
    case 'guard':
      return failure.facts.join(' ');
    case 'not-together':
      return failure.why;
    case 'move-not-allowed':
      return words.noSuchMove;
    default:
      return wordsOf(failure).what;
  }
}

/** Asks which of them can be brought there, anew whenever a record changes; nothing while no state is chosen. */
function useMayMove(numbers: readonly string[], to: string | null): { found: MayMove | null; far: number; failure: Failure | null } {
  const seq = useScreen((now) => now.seq);
  const [state, setState] = useState<{ to: string | null; found: MayMove | null; far: number; failure: Failure | null }>({ to: null, found: null, far: 0, failure: null });
  useEffect(() => {
    if (to === null) return;
    const stop = new AbortController();
    setState({ to, found: null, far: 0, failure: null });
    const onProgress = ({ done }: { done: number }): void => setState((was) => ({ ...was, far: done }));
    void vault.ask('records.mayMove', { numbers: [...numbers], to }, { signal: stop.signal, onProgress }).then((answer) => {
      if (!stop.signal.aborted) setState({ to, found: answer.ok ? answer.reply : null, far: 0, failure: answer.ok ? null : answer.failure });
    });
    return () => stop.abort();
  }, [numbers, to, seq]);
  return state.to === to ? state : { found: null, far: 0, failure: null };
}
