import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../../shared/failure/failure.ts';
import { vault } from '../../bridge.ts';
import { holdSession, startWork } from '../../screen/screen.ts';
import { Mark } from '../../ui/mark.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { settings } from '../../words/settings.ts';
import { takeUp as words } from '../../words/take-up.ts';
import { FormDialog } from './form-dialog.tsx';
import styles from './settings.module.css';

interface Behind {
  readonly reached: number;
  readonly known: number | null;
  readonly olderShape: boolean;
}

/** The way on from a vault that is older than the one last opened here, for whoever has no newer one. */
export function TakeUp({ behind }: { behind: Behind }) {
  const [asking, setAsking] = useState(false);
  return (
    <div className={styles.takeUp}>
      <p>
        <Mark shape="stop" tone="late" /> {words.lies(behind.reached, behind.known)}
      </p>
      <p className="muted">{words.note}</p>
      <PageButton className={styles.act} onClick={() => setAsking(true)}>
        {words.ask}
      </PageButton>
      {asking && <TakeUpDialog behind={behind} onClose={() => setAsking(false)} />}
    </div>
  );
}

function TakeUpDialog({ behind, onClose }: { behind: Behind; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const take = async (): Promise<Failure | null | undefined> => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return undefined;
    const stop = new AbortController();
    const work = startWork(settings.verifying, () => stop.abort());
    const answer = await vault.ask(
      'vault.takeUp',
      { reason },
      { signal: stop.signal, onProgress: ({ done, of, unit, what }) => work.tell(settings.far(what, done, of, unit), of === null || of === 0 ? null : done / of) },
    );
    work.end();
    if (!answer.ok) return answer.failure;
    holdSession(answer.reply);
    return null;
  };
  return (
    <FormDialog
      title={words.dialog}
      note={behind.olderShape ? `${words.does(behind.reached)} ${words.olderShape}` : words.does(behind.reached)}
      act={words.act}
      onAct={take}
      onClose={onClose}
    >
      <Textarea
        label={words.reason}
        description={words.reasonNote}
        error={missing ? words.reasonMissing : null}
        data-autofocus
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setMissing(false);
        }}
      />
    </FormDialog>
  );
}
