import { useState } from 'react';
import type { KindDefinition } from '../../../shared/records/kind.ts';
import { statesTogether } from '../../../shared/records/move-together.ts';
import { kindApart } from '../../../shared/records/together.ts';
import { list as words } from '../../words/list.ts';
import { ExportDialog, type ListPaperOf } from '../export/export-dialog.tsx';
import { ChosenActs, letGo, printChosen, type ChosenAct } from './chosen-acts.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { useActAgain } from './go-on-many.ts';
import { MoveDialog } from './move-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import styles from './list.module.css';

const names = ['change', 'move', 'remove', 'export', 'print'] as const;
type Act = (typeof names)[number];
const isAct = (name: string): name is Act => names.some((one) => one === name);

/** Stands in the place of the list's own acts while rows are chosen: how many, and what can be done to all of them. */
export function ChosenBar({
  kind,
  numbers,
  paper,
  writable,
  onDone,
}: {
  kind: KindDefinition;
  numbers: readonly string[];
  paper: ListPaperOf;
  writable: boolean;
  onDone: () => void;
}) {
  const [act, setAct] = useState<Act | null>(null);
  useActAgain(
    () => numbers,
    (wanted) => {
      if (isAct(wanted)) setAct(wanted);
      return isAct(wanted);
    },
  );
  const together = writable && kindApart(kind) === null;
  const close = (): void => setAct(null);
  const done = (): void => {
    close();
    onDone();
  };
  const acts: readonly ChosenAct[] = [
    ...(together ? [{ id: 'change', name: words.change }] : []),
    ...(together && statesTogether(kind).length > 0 ? [{ id: 'move', name: words.move }] : []),
    ...(together ? [{ id: 'remove', name: words.remove, key: 'remove' as const }] : []),
    { id: 'export', name: words.table, key: 'export' },
    printChosen,
    letGo,
  ];
  return (
    <section className={styles.bar} aria-label={words.acts}>
      <p role="status">{words.chosen(numbers.length)}</p>
      <ChosenActs acts={acts} does={(id) => (id === letGo.id ? onDone() : isAct(id) && setAct(id))} />
      {act === 'change' && <ChangeDialog kind={kind} numbers={numbers} onClose={close} onDone={done} />}
      {act === 'move' && <MoveDialog kind={kind} numbers={numbers} onClose={close} onDone={done} />}
      {act === 'remove' && <RemoveDialog kind={kind} numbers={numbers} onClose={close} onDone={done} />}
      {(act === 'export' || act === 'print') && <ExportDialog kind={kind.kind} numbers={numbers} chosenOnly paper={paper} {...(act === 'print' && { as: act })} onClose={close} />}
    </section>
  );
}
