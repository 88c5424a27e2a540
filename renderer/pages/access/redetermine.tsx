import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import { vault } from '../../bridge.ts';
import { nowInstant, setScreen, useWritable } from '../../screen/screen.ts';
import parts from '../../ui/page-parts.module.css';
import { Ref } from '../../ui/ref.tsx';
import { access as words } from '../../words/access.ts';
import { scope } from '../../words/scope.ts';
import styles from './access.module.css';

/** Determinations whose ground has changed, before and after, for a person to approve: none is superseded by itself. */
export function Redetermine({ again, onDone }: { again: Reply<Contract, 'scope.access'>['again']; onDone: (count: number) => void }) {
  const writable = useWritable();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const numbers = again.map((one) => one.number).filter((number) => chosen.has(number));
  const waits = numbers.length === 0 || reason.trim() === '';
  const choose = (number: string, on: boolean): void => setChosen(new Set(on ? [...chosen, number] : [...chosen].filter((one) => one !== number)));
  const approve = async (): Promise<void> => {
    setBusy(true);
    const answer = await vault.ask('scope.redetermine', { numbers, reason: reason.trim() });
    setBusy(false);
    if (!answer.ok) return setScreen({ failure: answer.failure });
    setChosen(new Set());
    setReason('');
    // What was determined is not undone (domain.md §7 U12), so nothing of the kind is offered.
    setScreen({ failure: null, savedAt: nowInstant(), undoable: null });
    onDone(answer.reply.made.length);
  };
  return (
    <section className={parts.section}>
      <h2 className={parts.sectionTitle}>{words.again}</h2>
      <p className={styles.said}>{words.againIntro}</p>
      <table className={styles.list}>
        <thead>
          <tr>
            {writable && <th scope="col">{words.againColumns.choose}</th>}
            <th scope="col">{words.againColumns.number}</th>
            <th scope="col">{words.againColumns.before}</th>
            <th scope="col">{words.againColumns.after}</th>
            <th scope="col">{words.againColumns.why}</th>
          </tr>
        </thead>
        <tbody>
          {again.map((one) => (
            <tr key={one.number}>
              {writable && (
                <td>
                  <Checkbox aria-label={words.chooseOne(one.number)} checked={chosen.has(one.number)} onChange={(event) => choose(one.number, event.currentTarget.checked)} />
                </td>
              )}
              <td>
                <Ref>{one.number}</Ref>
              </td>
              <td>{one.before === one.after ? scope.result[one.before] : <del>{scope.result[one.before]}</del>}</td>
              <td>
                {one.before === one.after ? scope.result[one.after] : <ins>{scope.result[one.after]}</ins>}
                <span className={styles.small}>{[one.clause, one.missing.length === 0 ? '' : words.lacks(scope.lacks(one.missing))].filter(Boolean).join('. ')}</span>
              </td>
              <td className="muted">{one.why.join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {writable && (
        <form
          className={styles.approve}
          onSubmit={(event) => {
            event.preventDefault();
            void approve();
          }}
        >
          <TextInput label={words.reason} value={reason} onChange={(event) => setReason(event.currentTarget.value)} w={420} />
          <Button type="submit" variant="filled" loading={busy} disabled={waits}>
            {words.approve(numbers.length)}
          </Button>
          {waits && <span className="muted">{words.waits}</span>}
        </form>
      )}
    </section>
  );
}
