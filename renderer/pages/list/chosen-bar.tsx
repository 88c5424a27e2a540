import { Button } from '@mantine/core';
import { useState } from 'react';
import type { KindDefinition } from '../../../shared/records/kind.ts';
import { statesTogether } from '../../../shared/records/move-together.ts';
import { kindApart } from '../../../shared/records/together.ts';
import { list as words } from '../../words/list.ts';
import { ExportDialog } from '../export/export-dialog.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { useActAgain } from './go-on-many.ts';
import { MoveDialog } from './move-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import styles from './list.module.css';

type Act = 'change' | 'move' | 'remove' | 'export';

/** Stands in the place of the list's own acts while rows are chosen: how many, and what can be done to all of them. */
export function ChosenBar({ kind, numbers, writable, onDone }: { kind: KindDefinition; numbers: readonly string[]; writable: boolean; onDone: () => void }) {
  const [act, setAct] = useState<Act | null>(null);
  useActAgain(
    () => numbers,
    (wanted) => {
      const opens = wanted === 'change' || wanted === 'move' || wanted === 'remove' || wanted === 'export';
      if (opens) setAct(wanted);
      return opens;
    },
  );
  const together = writable && kindApart(kind) === null;
  const close = (): void => setAct(null);
  const done = (): void => {
    close();
    onDone();
  };
  return (
    <section className={styles.bar} aria-label={words.acts}>
      <p role="status">{words.chosen(numbers.length)}</p>
      {together && <Button onClick={() => setAct('change')}>{words.change}</Button>}
      {together && statesTogether(kind).length > 0 && <Button onClick={() => setAct('move')}>{words.move}</Button>}
      {together && <Button onClick={() => setAct('remove')}>{words.remove}</Button>}
      <Button onClick={() => setAct('export')}>{words.table}</Button>
      <Button variant="subtle" onClick={onDone}>
        {words.letGo}
      </Button>
      {act === 'change' && <ChangeDialog kind={kind} numbers={numbers} onClose={close} onDone={done} />}
      {act === 'move' && <MoveDialog kind={kind} numbers={numbers} onClose={close} onDone={done} />}
      {act === 'remove' && <RemoveDialog kind={kind} numbers={numbers} onClose={close} onDone={done} />}
      {act === 'export' && <ExportDialog kind={kind.kind} numbers={numbers} chosenOnly onClose={close} />}
    </section>
  );
}
