import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { FigureName } from '../../../shared/records/views/figure-tables.ts';
import { useGoOn } from '../../form/go-on.ts';
import { useOffers } from '../../screen/offers.ts';
import { useWritable } from '../../screen/screen.ts';
import { exporting as words } from '../../words/exchange.ts';
import { ExportDialog, exportFigure, exportList } from './export-dialog.tsx';
import { PageButton } from '../../ui/page-button.tsx';

/** Opens the way out of a list: the rows it shows, in a form and for an audience that the person chooses. */
export function ExportButton({ kind, numbers }: { kind: string; numbers: readonly string[] }) {
  const [open, setOpen] = useState(false);
  useGoOn((dialog, about, of) => {
    const mine = dialog === exportList && of === kind && about.length === 0 && numbers.length > 0;
    if (mine) setOpen(true);
    return mine;
  });
  const isEmpty = numbers.length === 0;
  useOffers(useMemo(() => (isEmpty ? [] : [{ id: 'export', name: words.open, key: 'export' as const, act: () => setOpen(true) }]), [isEmpty]));
  return (
    <>
      <Button onClick={() => setOpen(true)} disabled={isEmpty}>
        {words.open}
      </Button>
      {open && <ExportDialog kind={kind} numbers={numbers} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Opens the way out of a figure's table: counted anew from what may go, in the case `caseId` or in every one, or from `numbers` alone. Nothing where nothing can be recorded. */
export function ExportFigure({ name, caseId, numbers }: { name: FigureName; caseId: string | null; numbers?: readonly string[] }) {
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
      {open && <ExportDialog figure={{ name, caseId }} {...(numbers && { numbers })} onClose={() => setOpen(false)} />}
    </>
  );
}
