import { CloseButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { kindNamed } from '../../../shared/records/kinds.ts';
import { isSealedFrom } from '../../../shared/records/sealed.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { useNames } from '../../answers/use-records.ts';
import { setScreen, useScreen } from '../../screen/screen.ts';
import { Loading, NotThere } from '../../ui/not-there.tsx';
import { Ref } from '../../ui/ref.tsx';
import { State, stateLook } from '../../ui/state.tsx';
import { records } from '../../words/records.ts';
import { shell } from '../../words/shell.ts';
import { RecordBody } from './record-body.tsx';
import { RecordFacts } from './record-facts.tsx';
import styles from './beside.module.css';

/** A record beside the list in which it stands: read without leaving the list, as a mail is. Esc closes it, and the keys are where they were. */
export function Beside() {
  const number = useScreen((now) => now.beside);
  const back = useRef<Element | null>(null);
  const place = useRef<HTMLElement>(null);
  const close = (): void => {
    const inside = place.current?.contains(document.activeElement) === true;
    setScreen({ beside: null });
    if (inside && back.current instanceof HTMLElement && back.current.isConnected) back.current.focus();
  };
  useEffect(() => {
    if (number !== null) back.current = document.activeElement;
  }, [number]);
  useEffect(() => {
    // It stands beside one list; another page has its own.
    const gone = (): void => setScreen({ beside: null });
    addEventListener('hashchange', gone);
    return () => removeEventListener('hashchange', gone);
  }, []);
  if (number === null) return null;
  return (
    <aside
      id="beside"
      ref={place}
      className={styles.beside}
      aria-label={records.besideOf(number)}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        event.preventDefault();
        close();
      }}
    >
      <OneRecord key={number} number={number} onClose={close} />
    </aside>
  );
}

function OneRecord({ number, onClose }: { number: string; onClose: () => void }) {
  const { reply, failure } = useAnswer('records.get', { number });
  const names = useNames(reply);
  const shut = <CloseButton size={24} aria-label={shell.close} onClick={onClose} />;
  if (failure || !reply) {
    return (
      <>
        <div className={styles.head}>{shut}</div>
        {failure ? <NotThere failure={failure} /> : <Loading />}
      </>
    );
  }
  const { record } = reply;
  const closed = isSealedFrom(record) || record.sequestered || record.erased;
  return (
    <>
      <div className={styles.head} data-record={number}>
        <h2>
          <Ref>{number}</Ref>
        </h2>
        {shut}
        <p className="strong">{closed ? records.sealedTitle : (kindNamed(record.kind)?.title(record.fields) ?? '')}</p>
        <p>
          <State look={stateLook(record.kind, record.state)} />
        </p>
      </div>
      {!closed && (
        <>
          <RecordBody record={record} names={names} />
          <div className={styles.facts}>
            <RecordFacts whole={reply} />
          </div>
        </>
      )}
    </>
  );
}
