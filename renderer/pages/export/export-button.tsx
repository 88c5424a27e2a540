import { Button } from '@mantine/core';
import { useState } from 'react';
import { exporting as words } from '../../words/exchange.ts';
import { ExportDialog } from './export-dialog.tsx';

/** Opens the way out of a list: the rows it shows, in a form and for an audience that the person chooses. */
export function ExportButton({ kind, numbers }: { kind: string; numbers: readonly string[] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)} disabled={numbers.length === 0}>
        {words.open}
      </Button>
      {open && <ExportDialog kind={kind} numbers={numbers} onClose={() => setOpen(false)} />}
    </>
  );
}
