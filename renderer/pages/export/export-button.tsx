import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { FigureName } from '../../../shared/records/views/figure-tables.ts';
import { useGoOn } from '../../form/go-on.ts';
import { type Act, useOffers } from '../../screen/offers.ts';
import { useWritable } from '../../screen/screen.ts';
import { exporting as words } from '../../words/exchange.ts';
import { ExportDialog, exportFigure, exportList, type FigurePart, type ListPaperOf } from './export-dialog.tsx';
import { PageButton } from '../../ui/page-button.tsx';

/** Opens the way out of a list: the rows it shows, in a form and for an audience that the person chooses. */
export function ExportButton({ kind, numbers, paper }: { kind: string; numbers: readonly string[]; paper?: ListPaperOf }) {
  const [open, setOpen] = useState<'first' | 'print' | null>(null);
  useGoOn((dialog, about, of) => {
    const mine = dialog === exportList && of === kind && about.length === 0 && numbers.length > 0;
    if (mine) setOpen('first');
    return mine;
  });
  const isEmpty = numbers.length === 0;
  const onPaper = paper !== undefined;
  useOffers(
    useMemo<readonly Act[]>(
      () =>
        isEmpty
          ? []
          : [
              { id: 'export', name: words.open, key: 'export', act: () => setOpen('first') },
              ...(onPaper ? [{ id: 'print-list', name: words.printList, key: 'print', act: () => setOpen('print') } as const] : []),
            ],
      [isEmpty, onPaper],
    ),
  );
  return (
    <>
      <Button onClick={() => setOpen('first')} disabled={isEmpty}>
        {words.open}
      </Button>
      {open !== null && <ExportDialog kind={kind} numbers={numbers} {...(paper && { paper })} {...(open === 'print' && { as: open })} onClose={() => setOpen(null)} />}
    </>
  );
}

interface ExportFigureProps {
  readonly name: FigureName;
  readonly caseId: string | null;
  readonly numbers?: readonly string[];
  /** The part of it that is shown. */
  readonly part?: FigurePart;
}
/** Opens the way out of a figure: counted anew from what may go, in the case `caseId` or in every one, or from `numbers` alone. Nothing where nothing can be recorded. */
export function ExportFigure({ name, caseId, numbers, part }: ExportFigureProps) {
  const [open, setOpen] = useState(false);
  const writable = useWritable();
  useGoOn((dialog) => {
    const mine = writable && dialog === `${exportFigure}${name}`;
    if (mine) setOpen(true);
    return mine;
  });
  if (!writable) return null;
  return (
    <>
      <PageButton onClick={() => setOpen(true)} aria-label={words.figureOf(name)}>
        {words.table}
      </PageButton>
      {open && <ExportDialog figure={{ name, caseId, ...(part && { part }) }} {...(numbers && { numbers })} onClose={() => setOpen(false)} />}
    </>
  );
}

/** A list of several kinds leaves on paper alone: by its keys, the search window and the menu bar. */
export function PrintList({ paper, any }: { paper: ListPaperOf; any: boolean }) {
  const [open, setOpen] = useState(false);
  useOffers(useMemo<readonly Act[]>(() => (any ? [{ id: 'print-list', name: words.printList, key: 'print', act: () => setOpen(true) }] : []), [any]));
  return open && <ExportDialog paper={paper} as="print" onClose={() => setOpen(false)} />;
}
