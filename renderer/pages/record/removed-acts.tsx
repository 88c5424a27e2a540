import { useEffect, useState } from 'react';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { isSealedFrom } from '../../../shared/records/sealed.ts';
import { setScreen, useWritable } from '../../screen/screen.ts';
import { removed as words } from '../../words/removed.ts';
import { useTogether } from '../list/use-together.ts';
import { CloseDialog } from './close-dialog.tsx';
import { PageButton } from '../../ui/page-button.tsx';

/** What can be done with a record that was removed: put it back, or erase it, which is an act of its own. */
export function RemovedActs({ record }: { record: AnyRecord }) {
  const writable = useWritable();
  const [erasing, setErasing] = useState(false);
  const { run, failure, running } = useTogether(words.back, () => {});
  useEffect(() => {
    if (failure) setScreen({ failure });
  }, [failure]);
  if (!writable || isSealedFrom(record)) return null;
  return (
    <>
      <PageButton onClick={() => setErasing(true)}>{words.erase}</PageButton>
      <PageButton variant="filled" loading={running} onClick={() => void run('records.putBack', { numbers: [record.number] })}>
        {words.putBack}
      </PageButton>
      {erasing && <CloseDialog number={record.number} act="erase" onClose={() => setErasing(false)} />}
    </>
  );
}
