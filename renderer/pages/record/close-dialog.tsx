import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { contract } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { vault } from '../../bridge.ts';
import { useKeptWords } from '../../form/use-kept-words.ts';
import { nowInstant, setScreen, startWork } from '../../screen/screen.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { KeptNote } from '../../ui/kept-note.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loading } from '../../ui/not-there.tsx';
import { erasure as words } from '../../words/erasure.ts';
import { useWhen } from '../../ui/use-when.ts';
import { AuthorityFields, authorityOf, authorityTyped, noAuthority, type AuthorityMissing } from './authority-fields.tsx';
import styles from './close-dialog.module.css';
import { useClosing, type Closing } from './closing.ts';

type Preview = z.output<(typeof contract)['records.erasure']['reply']>;

/** Closes a record to everybody, takes its content out for ever, or opens it again; shows first what is touched. */
export function CloseDialog({ number, act, onClose }: { number: string; act: Closing; onClose: () => void }) {
  const [title, note, does] = {
    sequester: [words.sequesterTitle(number), words.sequesterNote, words.doSequester],
    erase: [words.eraseTitle(number), words.eraseNote, words.doErase],
    lift: [words.liftTitle(number), words.liftNote, words.doLift],
  }[act] as [string, string, string];
  // The number that is typed again to erase is not kept: it is asked for to make sure at that moment.
  const kept = useKeptWords({ dialog: act, about: [number], title }, authorityTyped, noAuthority, ['paper', 'reason']);
  const { words: typed } = kept;
  const [missing, setMissing] = useState<AuthorityMissing & { number?: string }>({});
  const [again, setAgain] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  // Of what is on its way there is nothing more to be shown beforehand.
  const { reply, failure: refused } = useAnswer('records.erasure', busy ? null : { numbers: [number] }, false);
  /** How far an erasure is: null before it is asked for. Once it takes away, nobody leaves anything as it was. */
  const [part, setPart] = useState<string | null>(null);
  const [stop, setStop] = useState<AbortController | null>(null);
  const seen = useRef(true);
  useEffect(() => {
    seen.current = true;
    return () => void (seen.current = false);
  }, []);

  const ask = () => {
    if (act === 'lift')
      return typed.reason.trim() === '' ? { missing: { reason: words.whyNeeded } } : { asked: vault.ask('records.lift', { numbers: [number], reason: typed.reason.trim() }) };
    const given = authorityOf(typed);
    const unsure = act === 'erase' && again.trim().toUpperCase() !== number;
    if ('missing' in given || unsure) return { missing: { ...('missing' in given && given.missing), ...(unsure && { number: words.typeNeeded(number) }) } };
    const question = { numbers: [number], authority: given.authority };
    if (act === 'sequester') return { asked: vault.ask('records.sequester', question) };
    const stopping = new AbortController();
    setStop(stopping);
    useClosing.setState({ erasing: true });
    let bar: ReturnType<typeof startWork> | null = null;
    const far = (what: string) => {
      setPart(what);
      if (what !== 'taking-away') return;
      bar ??= startWork(words.takingAway(number), null, 'goes-on');
      // It is done, and cannot be left undone: what was typed for it is not to be found again when the dialog is closed now.
      void kept.end();
    };
    const asked = vault.ask('records.erase', question, { signal: stopping.signal, onProgress: ({ what }) => far(what) });
    void asked.then(() => {
      bar?.end();
      useClosing.setState({ erasing: false });
    });
    return { asked };
  };
  const start = async (): Promise<void> => {
    if (busy) return;
    const asking = ask();
    setMissing(asking.missing ?? {});
    if (!asking.asked) return;
    setBusy(true);
    const answer = await asking.asked;
    // Whoever closed the dialog, or went to another page, is told all the same.
    if (!seen.current) {
      if (answer.ok) void kept.end();
      return setScreen(answer.ok ? { savedAt: nowInstant(), undoable: null } : { failure: answer.failure });
    }
    setBusy(false);
    setPart(null);
    setStop(null);
    if (!answer.ok) return answer.failure.code === 'cancelled' ? onClose() : setFailure(answer.failure);
    setScreen({ failure: null, savedAt: nowInstant(), undoable: null });
    void kept.end();
    onClose();
  };
  const leave = (): void => {
    void kept.end();
    onClose();
  };
  const stands = act === 'erase' && (reply?.hinders.length ?? 0) > 0;
  return (
    <Modal opened onClose={() => (stop && part !== 'taking-away' ? stop.abort() : onClose())} withCloseButton={false} title={title} centered size={560}>
      <p className={styles.note}>{note}</p>
      <div className={styles.kept}>
        <KeptNote kept={kept} />
      </div>
      {refused ? <FailureNote failure={refused} /> : reply ? <Touched preview={reply} act={act} /> : <Loading />}
      {!stands && act === 'lift' && (
        <Textarea
          label={words.why}
          error={missing.reason}
          value={typed.reason}
          autosize
          minRows={2}
          onChange={(event) => kept.set({ reason: event.currentTarget.value })}
          data-autofocus
        />
      )}
      {!stands && act !== 'lift' && (
        <div className={styles.fields}>
          <AuthorityFields
            typed={typed}
            missing={missing}
            onChange={(now) => {
              kept.set(now);
              setMissing({});
            }}
          />
          {act === 'erase' && (
            <TextInput
              label={words.typeNumber(number)}
              error={missing.number}
              value={again}
              onChange={(event) => {
                setAgain(event.currentTarget.value);
                setMissing({});
              }}
            />
          )}
        </div>
      )}
      {failure && <FailureNote failure={failure} />}
      {part !== null && (
        <p className={styles.far} role="status">
          {part === 'waiting' ? words.waits : words.takesAway}
        </p>
      )}
      <div className={styles.acts}>
        {!stands && (
          <Button variant="filled" {...(act === 'erase' && { className: styles.destroy ?? '' })} onClick={() => void start()} loading={busy} disabled={!reply}>
            {does}
          </Button>
        )}
        {part === null || part === 'waiting' ? <Button onClick={() => (stop ? stop.abort() : leave())}>{words.cancel}</Button> : <Button onClick={onClose}>{words.close}</Button>}
      </div>
    </Modal>
  );
}

/** Everything that is touched, what leads to it, and what this vault cannot reach. */
function Touched({ preview, act }: { preview: Preview; act: Closing }) {
  const when = useWhen();
  const { records, files, hinders, floors, mentionedBy, releases, backups } = preview;
  const lists: readonly (readonly [string, readonly (readonly [string, string])[]])[] =
    act === 'erase'
      ? [
          [words.mentions, mentionedBy.map((one) => [one.number, one.title])],
          [words.releases, releases.map((one) => [one.number, one.title])],
          [words.backups, backups.map((one) => [one.file, when(one.at)])],
        ]
      : [];
  return (
    <div className={styles.touched}>
      {act === 'erase' && hinders.length > 0 && (
        <section>
          <h3>
            <Mark shape="stop" tone="late" /> {words.hinders}
          </h3>
          <ul>
            {hinders.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        </section>
      )}
      {act === 'erase' && floors.length > 0 && (
        <section>
          <h3>
            <Mark shape="diamondDashed" tone="wait" /> {words.floors}
          </h3>
          <ul>
            {floors.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{act === 'erase' ? words.goes : words.closes}</h3>
        <ul>
          {records.map((one) => (
            <li key={one.number}>
              <span className={styles.number}>{one.number}</span>
              {one.title || one.kind}
              {act === 'erase' && (
                <span className={styles.lost}>
                  {[words.entries(one.entries), ...(one.indexed ? [words.indexed] : []), ...(one.drafts > 0 ? [words.drafts(one.drafts)] : [])].join(', ')}
                </span>
              )}
            </li>
          ))}
          {files.count > 0 && <li>{words.files(files.count, files.bytes)}</li>}
        </ul>
      </section>
      {lists.map(([title, list]) =>
        list.length === 0 ? null : (
          <section key={title}>
            <h3>{title}</h3>
            <ul>
              {list.map(([name, about]) => (
                <li key={name}>
                  <span className={styles.number}>{name}</span>
                  {about}
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </div>
  );
}
