import { Button, Menu } from '@mantine/core';
import { useMemo, useState } from 'react';
import { kindNamed } from '../../../shared/records/kinds.ts';
import { statesTogether } from '../../../shared/records/move-together.ts';
import { fieldApart } from '../../../shared/records/together.ts';
import { useScreen } from '../../screen/screen.ts';
import { list as words } from '../../words/list.ts';
import { ExportDialog, type ListPaperOf } from '../export/export-dialog.tsx';
import { ChosenActs, letGo, printChosen, type ChosenAct } from './chosen-acts.tsx';
import { AgainDialog } from './again-dialog.tsx';
import { useActAgain } from './go-on-many.ts';
import { MoveDialog } from './move-dialog.tsx';
import { OwnerDialog } from './owner-dialog.tsx';
import styles from './list.module.css';

export interface ChosenRow {
  readonly number: string;
  readonly kind: string;
}
interface ChosenRowsProps {
  readonly rows: readonly ChosenRow[];
  readonly writable: boolean;
  readonly people: readonly string[];
  /** The list as it is shown, to be put on paper. */
  readonly paper: ListPaperOf;
  readonly onDone: () => void;
}
type Act = { readonly act: 'owner' | 'move' | 'again' | 'print' } | { readonly act: 'export'; readonly kind: string } | null;

/** What can be done to chosen rows of several kinds: say who has them, export them kind by kind; of one kind, change their state, and of requests record that we asked again. */
export function ChosenRows({ rows, writable, people, paper, onDone }: ChosenRowsProps) {
  const [act, setAct] = useState<Act>(null);
  /** Of several kinds it is asked which one leaves. */
  const [exporting, setExporting] = useState(false);
  const byKind = useMemo(() => {
    const found = new Map<string, string[]>();
    for (const { kind, number } of rows) found.set(kind, [...(found.get(kind) ?? []), number]);
    return [...found].map(([name, numbers]) => ({ name, numbers, kind: kindNamed(name) }));
  }, [rows]);
  const owned = useMemo(() => byKind.flatMap(({ kind, numbers }) => (kind && fieldApart(kind, 'owner') === null ? numbers : [])), [byKind]);
  const numbers = useMemo(() => rows.map((row) => row.number), [rows]);
  const only = byKind.length === 1 ? byKind[0] : undefined;
  // Of a past day only the list itself leaves, on paper.
  const past = useScreen((now) => now.asOf !== null);
  const perKind = only !== undefined || !past;
  const close = (): void => setAct(null);
  const done = (): void => {
    close();
    onDone();
  };
  useActAgain(
    () => rows.map((row) => row.number),
    (wanted, kind) => {
      if (wanted === 'export') setAct({ act: wanted, kind });
      else if (wanted === 'owner' || wanted === 'move' || wanted === 'again') setAct({ act: wanted });
      else return false;
      return true;
    },
  );
  const acts: readonly ChosenAct[] = [
    ...(writable && owned.length > 0 ? [{ id: 'owner', name: words.owner }] : []),
    ...(writable && only?.name === 'evidence_request' ? [{ id: 'again', name: words.again }] : []),
    ...(writable && only?.kind && statesTogether(only.kind).length > 0 ? [{ id: 'move', name: words.move }] : []),
    ...(perKind ? [{ id: 'export', name: words.table, key: 'export' as const }] : []),
    printChosen,
    letGo,
  ];
  const doIt = (id: string): void => {
    if (id === letGo.id) onDone();
    else if (id === 'owner' || id === 'again' || id === 'move' || id === 'print') setAct({ act: id });
    else if (only) setAct({ act: 'export', kind: only.name });
    else setExporting(true);
  };
  const leaving = act?.act === 'export' ? byKind.find(({ name }) => name === act.kind) : undefined;
  return (
    <section className={styles.bar} aria-label={words.acts}>
      <p role="status">{words.chosen(rows.length)}</p>
      <ChosenActs acts={acts} does={doIt} {...(only === undefined && { except: 'export' })} />
      {only === undefined && perKind && (
        <Menu position="bottom-end" width={240} opened={exporting} onChange={setExporting}>
          <Menu.Target>
            <Button>{words.table}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {byKind.map(({ name, kind, numbers }) => (
              <Menu.Item key={name} onClick={() => setAct({ act: 'export', kind: name })}>
                {words.exportKind(numbers.length, kind?.label ?? name, kind?.plural ?? name)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {act?.act === 'owner' && <OwnerDialog numbers={owned} left={rows.length - owned.length} people={people} onClose={close} onDone={done} />}
      {act?.act === 'again' && only?.kind && <AgainDialog numbers={only.numbers} onClose={close} onDone={done} />}
      {act?.act === 'move' && only?.kind && <MoveDialog kind={only.kind} numbers={only.numbers} onClose={close} onDone={done} />}
      {leaving && <ExportDialog kind={leaving.name} numbers={leaving.numbers} chosenOnly {...(only && { paper })} onClose={close} />}
      {act?.act === 'print' && <ExportDialog numbers={numbers} chosenOnly paper={paper} as="print" onClose={close} />}
    </section>
  );
}
