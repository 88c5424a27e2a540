import { Checkbox } from '@mantine/core';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import { vault } from '../../bridge.ts';
import { nowInstant, setScreen, useWritable } from '../../screen/screen.ts';
import { ApproveChosen, useChosen } from '../../ui/approve-chosen.tsx';
import { Heads } from '../../ui/heads.tsx';
import parts from '../../ui/page-parts.module.css';
import { Ref } from '../../ui/ref.tsx';
import { access as words } from '../../words/access.ts';
import { scope } from '../../words/scope.ts';
import styles from './access.module.css';

/** Determinations whose ground has changed, before and after, for a person to approve: none is superseded by itself. */
export function Redetermine({ again, onDone }: { again: Reply<Contract, 'scope.access'>['again']; onDone: (count: number) => void }) {
  const writable = useWritable();
  const { numbers, has, choose, clear } = useChosen(again.map((one) => one.number));
  const approve = async (reason: string): Promise<boolean> => {
    const answer = await vault.ask('scope.redetermine', { numbers: [...numbers], reason });
    if (!answer.ok) {
      setScreen({ failure: answer.failure });
      return false;
    }
    clear();
    // What was determined is not undone (domain.md §7 U12), so nothing of the kind is offered.
    setScreen({ failure: null, savedAt: nowInstant(), undoable: null });
    onDone(answer.reply.made.length);
    return true;
  };
  return (
    <section className={parts.section}>
      <h2 className={parts.sectionTitle}>{words.again}</h2>
      <p className={styles.said}>{words.againIntro}</p>
      <table className={styles.list}>
        <thead>
          <tr>
            {writable && <th scope="col">{words.againColumns.choose}</th>}
            <Heads names={[words.againColumns.number, words.againColumns.before, words.againColumns.after, words.againColumns.why]} />
          </tr>
        </thead>
        <tbody>
          {again.map((one) => (
            <tr key={one.number}>
              {writable && (
                <td>
                  <Checkbox aria-label={words.chooseOne(one.number)} checked={has(one.number)} onChange={(event) => choose(one.number, event.currentTarget.checked)} />
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
        <ApproveChosen
          chosen={numbers.length}
          words={words}
          className={styles.approve}
          place={{ dialog: 'redetermine', kind: 'access_determination', title: words.again }}
          onApprove={approve}
        />
      )}
    </section>
  );
}
