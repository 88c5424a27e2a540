import { Button, Checkbox, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import * as z from 'zod';
import type { contract } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { vault } from '../../bridge.ts';
import { useGoOn } from '../../form/go-on.ts';
import { onlyReason, useKeptWords } from '../../form/use-kept-words.ts';
import { setScreen, startWork, useWritable } from '../../screen/screen.ts';
import { Facts } from '../../ui/facts.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { KeptNote } from '../../ui/kept-note.tsx';
import { Mark } from '../../ui/mark.tsx';
import { backups as words } from '../../words/backups.ts';
import { useWhen } from '../../ui/use-when.ts';
import { PageButton } from '../../ui/page-button.tsx';
import { CheckBackup } from './check-backup.tsx';
import styles from './backups.module.css';

type Saved = z.output<(typeof contract)['backups.save']['reply']>;
type Known = z.output<(typeof contract)['backups.state']['reply']>['backups'][number];

const lockedFor = z.object({ locking: z.boolean(), recipients: z.string() });
/** The name under which the words about a backup that was destroyed are kept, before the number of its entry. */
const destroyed = 'backup-destroyed-';

/** Backups of this vault: the last one, another one now, and which there are. */
export function Backups() {
  const { reply, again } = useAnswer('backups.state', {}, false);
  const when = useWhen();
  const writable = useWritable();
  // Keys that were pasted here outlive a lock; a backup that was saved throws them away.
  const kept = useKeptWords<z.infer<typeof lockedFor>>(
    { dialog: 'backup-recipients', about: [], title: words.keptTitle, inPage: true },
    lockedFor,
    { locking: false, recipients: '' },
    ['recipients'],
  );
  const { locking, recipients } = kept.words;
  const [saved, setSaved] = useState<Saved | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saving, setSaving] = useState(false);
  const [destroying, setDestroying] = useState<Known | null>(null);
  useGoOn((dialog) => {
    const found = writable && dialog.startsWith(destroyed) ? reply?.backups.find((one) => `${destroyed}${one.entry}` === dialog && one.destroyed === null) : undefined;
    if (found) setDestroying(found);
    return found !== undefined;
  });

  const save = async (): Promise<void> => {
    const stop = new AbortController();
    const work = startWork(words.saving, () => stop.abort());
    work.tell(words.copying, null);
    setSaving(true);
    setSaved(null);
    setFailure(null);
    const answer = await vault.ask(
      'backups.save',
      { recipients: locking ? recipients.split(/\s+/).filter(Boolean) : [] },
      { signal: stop.signal, onProgress: ({ done, of }) => work.tell(words.far(done, of ?? done), of ? done / of : null) },
    );
    work.end();
    setSaving(false);
    if (answer.ok) {
      setSaved(answer.reply);
      await kept.end();
    } else if (answer.failure.code !== 'cancelled') setFailure(answer.failure);
    again();
  };

  const last = reply?.last;
  return (
    <>
      <p className={styles.note}>{words.note}</p>
      <div className={styles.facts}>
        <Facts
          labelWidth={110}
          facts={[
            [words.last, last && reply.daysAgo !== null ? words.lastOf(last.file, when(last.at), reply.daysAgo) : words.none],
            ...(last ? [[words.since, words.changes(reply.changes)] as const] : []),
          ]}
        />
      </div>
      <Checkbox label={words.lock} checked={locking} onChange={(event) => kept.set({ locking: event.currentTarget.checked })} />
      <KeptNote kept={kept} />
      {locking && (
        <Textarea
          className={styles.recipients}
          label={words.recipients}
          description={words.recipientsHint}
          value={recipients}
          autosize
          minRows={2}
          spellCheck={false}
          onChange={(event) => kept.set({ recipients: event.currentTarget.value })}
        />
      )}
      <PageButton className={styles.act} variant={reply?.due ? 'filled' : 'default'} onClick={() => void save()} loading={saving} disabled={locking && recipients.trim() === ''}>
        {words.now}
      </PageButton>
      {saved && (
        <div className={styles.result} role="status">
          <p>
            <Mark shape={saved.unsound > 0 ? 'stop' : 'circleCheck'} tone={saved.unsound > 0 ? 'late' : 'done'} /> {words.saved(saved.file, saved.bytes, saved.blobs)}
          </p>
          <p className={styles.digest}>{words.digest(saved.sha256)}</p>
          {saved.unsound > 0 && <p>{words.unsound(saved.unsound)}</p>}
        </div>
      )}
      {failure && (
        <div className={styles.result}>
          <FailureNote failure={failure} />
        </div>
      )}
      {reply && reply.backups.length > 0 && (
        <>
          <CheckBackup onChecked={again} />
          <h3 className={styles.known}>{words.known}</h3>
          <ul className={styles.list}>
            {reply.backups.map((one) => (
              <li key={one.entry} data-gone={one.destroyed !== null || undefined}>
                <span>{one.file}</span>
                <span className="muted">
                  {when(one.at)}, {words.upTo(one.upTo)}
                  {one.locked && `, ${words.lockedFor}`}
                  {one.destroyed === null && `, ${one.checked === null ? words.unchecked : words.checked(when(one.checked))}`}
                </span>
                {one.destroyed !== null ? (
                  <span className="muted">{words.destroyed(when(one.destroyed))}</span>
                ) : (
                  writable && (
                    <PageButton variant="subtle" onClick={() => setDestroying(one)} aria-label={words.destroyOf(one.file)}>
                      {words.destroy}
                    </PageButton>
                  )
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {destroying && (
        <DestroyedDialog
          backup={destroying}
          onClose={() => {
            setDestroying(null);
            again();
          }}
        />
      )}
    </>
  );
}

function DestroyedDialog({ backup, onClose }: { backup: Known; onClose: () => void }) {
  const title = words.destroyTitle(backup.file);
  const kept = useKeptWords({ dialog: `${destroyed}${backup.entry}`, about: [], title }, ...onlyReason);
  const { reason } = kept.words;
  const [missing, setMissing] = useState(false);
  const act = async (): Promise<void> => {
    if (reason.trim() === '') return setMissing(true);
    const answer = await vault.ask('backups.destroyed', { entry: backup.entry, reason: reason.trim() });
    if (answer.ok) void kept.end();
    else setScreen({ failure: answer.failure });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} withCloseButton={false} title={title} centered size={440}>
      <div className={styles.kept}>
        <KeptNote kept={kept} />
      </div>
      <Textarea
        label={words.why}
        description={words.destroyHint}
        error={missing ? words.whyNeeded : undefined}
        value={reason}
        autosize
        minRows={2}
        onChange={(event) => {
          kept.set({ reason: event.currentTarget.value });
          setMissing(false);
        }}
        data-autofocus
      />
      <div className={styles.acts}>
        <Button variant="filled" onClick={() => void act()}>
          {words.noneLeft}
        </Button>
        <Button
          onClick={() => {
            void kept.end();
            onClose();
          }}
        >
          {words.keep}
        </Button>
      </div>
    </Modal>
  );
}
