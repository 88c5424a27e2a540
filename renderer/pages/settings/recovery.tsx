import { Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { vault } from '../../bridge.ts';
import { printPaper } from '../../print/print-paper.ts';
import { drillDue } from '../../screen/lost-key.ts';
import { nowInstant, startWork, useScreen, useToday, useWritable, useZone } from '../../screen/screen.ts';
import { Facts } from '../../ui/facts.tsx';
import { Mark } from '../../ui/mark.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { dayAt, dayWords } from '../../words/dates.ts';
import { recovery as words } from '../../words/people.ts';
import { settings } from '../../words/settings.ts';
import { RecoveryKey } from '../unlock/recovery-key.tsx';
import { FormDialog } from './form-dialog.tsx';
import type { People } from './people.tsx';
import styles from './settings.module.css';

type Drilled = Reply<Contract, 'recovery.drill'>;
type Asking = 'confirm' | 'drill' | 'print' | 'paper' | 'renew' | null;

/** The recovery key: which sheet counts, whether it can be read, when it was last tried, and everything that can be done about it. */
export function Recovery({ standing, onChange }: { standing: People['recovery']; onChange: () => void }) {
  const zone = useZone();
  const today = useToday();
  const writable = useWritable();
  const [asking, setAsking] = useState<Asking>(null);
  const [drilled, setDrilled] = useState<Drilled | null>(null);
  const [printed, setPrinted] = useState<string | null>(null);
  const [made, setMade] = useState<readonly string[] | null>(null);
  if (!standing) return <p className="muted">{words.none}</p>;
  const on = (instant: number | null): string => (instant === null ? words.never : dayWords(dayAt(instant, zone), 'full', today));
  const due = drillDue(standing.drilledAt, nowInstant());
  const close = (): void => setAsking(null);
  return (
    <>
      <p className="muted">{words.note}</p>
      <div className={styles.facts}>
        <Facts
          labelWidth={110}
          facts={[
            [words.sheet, <span className="mono">{standing.sheet}</span>, words.sheetHint],
            [words.confirmed, on(standing.confirmedAt)],
            [words.drilled, due && standing.drilledAt !== null ? words.due(on(standing.drilledAt)) : on(standing.drilledAt)],
          ]}
        />
      </div>
      {standing.confirmedAt === null && <Waiting says={words.notConfirmed} />}
      {standing.confirmedAt !== null && due && <Waiting says={words.drillDue} />}
      {drilled && (
        <p className={styles.done} role="status">
          <Mark shape={drilled.ok ? 'circleCheck' : 'stop'} tone={drilled.ok ? 'done' : 'late'} />{' '}
          {drilled.ok ? words.drillFine(drilled.entries, drilled.records, drilled.files) : words.drillFound(drilled.findings.length)}
        </p>
      )}
      {printed && (
        <p className={styles.done} role="status">
          {printed}
        </p>
      )}
      {writable && (
        <div className={styles.row}>
          <PageButton onClick={() => setAsking('drill')}>{words.drill}</PageButton>
          <PageButton onClick={() => setAsking('confirm')}>{words.confirm}</PageButton>
          <PageButton onClick={() => setAsking('paper')}>{words.paper}</PageButton>
          <PageButton onClick={() => setAsking('print')}>{words.print}</PageButton>
          <PageButton onClick={() => setAsking('renew')}>{words.renew}</PageButton>
        </div>
      )}
      {asking === 'confirm' && (
        <WordsDialog
          title={words.confirmTitle}
          note={words.confirmNote}
          act={words.confirmAct}
          onWords={async (typed) => {
            const answer = await vault.ask('recovery.confirm', { words: typed });
            if (answer.ok) onChange();
            return answer.ok ? null : answer.failure;
          }}
          onClose={close}
        />
      )}
      {asking === 'drill' && (
        <WordsDialog
          title={words.drillTitle}
          note={words.drillNote}
          act={words.drillAct}
          onWords={async (typed) => {
            const answer = await worked(words.drilling, (setting) => vault.ask('recovery.drill', { words: typed }, setting));
            if (answer.ok) setDrilled(answer.reply);
            if (answer.ok) onChange();
            return answer.ok ? null : answer.failure;
          }}
          onClose={close}
        />
      )}
      {asking === 'print' && (
        <WordsDialog
          title={words.printTitle}
          note={words.printNote}
          act={words.printAct}
          onWords={async (typed) => {
            const answer = await worked(words.printing, (setting) => vault.ask('recovery.sheet', { words: typed }, setting));
            if (answer.ok) setPrinted(words.printed(answer.reply.savedAs));
            return answer.ok ? null : answer.failure;
          }}
          onClose={close}
        />
      )}
      {asking === 'paper' && (
        <WordsDialog
          title={words.paperTitle}
          note={words.paperNote}
          act={words.paperAct}
          onWords={async (typed) => {
            const answer = await worked(words.printing, (setting) => printPaper((print) => vault.ask('recovery.sheet', { words: typed, print }, setting)));
            if (answer.ok) setPrinted(words.onPaper);
            return answer.ok || answer.failure.code === 'cancelled' ? null : answer.failure;
          }}
          onClose={close}
        />
      )}
      {asking === 'renew' && (
        <FormDialog
          title={words.renewTitle}
          note={words.renewNote}
          act={words.renewAct}
          onAct={async () => {
            const answer = await vault.ask('recovery.renew', {});
            if (answer.ok) {
              setDrilled(null);
              setPrinted(null);
              setMade(answer.reply.words);
            }
            if (answer.ok) onChange();
            return answer.ok ? null : answer.failure;
          }}
          onClose={close}
        />
      )}
      {made && (
        <NewKey
          words={made}
          onDone={() => {
            setMade(null);
            onChange();
          }}
        />
      )}
    </>
  );
}

function Waiting({ says }: { says: string }) {
  return (
    <p className={styles.waiting}>
      <Mark shape="diamondDashed" tone="wait" /> {says}
    </p>
  );
}

type Progress = { readonly done: number; readonly of: number | null; readonly unit: string; readonly what: string };

/** Runs long work with its progress and its cancel in the status bar. */
async function worked<R>(what: string, work: (setting: { signal: AbortSignal; onProgress: (progress: Progress) => void }) => Promise<R>): Promise<R> {
  const stop = new AbortController();
  const bar = startWork(what, () => stop.abort());
  try {
    return await work({
      signal: stop.signal,
      onProgress: ({ done, of, unit, what: part }) => bar.tell(settings.far(part, done, of, unit), of === null || of === 0 ? null : done / of),
    });
  } finally {
    bar.end();
  }
}

function WordsDialog(props: {
  readonly title: string;
  readonly note: string;
  readonly act: string;
  readonly onWords: (words: string[]) => Promise<Failure | null>;
  readonly onClose: () => void;
}) {
  const [typed, setTyped] = useState('');
  const { onWords, ...rest } = props;
  return (
    <FormDialog {...rest} onAct={() => onWords(typed.trim().toLowerCase().split(/\s+/))}>
      <Textarea
        label={words.words}
        value={typed}
        autosize
        minRows={4}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
    </FormDialog>
  );
}

/** The words just made, to be put on paper and typed back. It closes when that is done, or with Esc, and then the vault says that it was not. */
function NewKey({ words: made, onDone }: { words: readonly string[]; onDone: () => void }) {
  const name = useScreen((now) => now.session?.vault?.name ?? '');
  return (
    <Modal opened onClose={onDone} withCloseButton={false} attributes={{ content: { 'aria-label': words.title } }} centered size={500} closeOnClickOutside={false}>
      <RecoveryKey name={name} words={made} onChecked={onDone} doneWord={words.done} />
    </Modal>
  );
}
