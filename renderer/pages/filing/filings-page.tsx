import { go } from '../../screen/route.ts';
import { useWritable } from '../../screen/screen.ts';
import { filing as words } from '../../words/filing.ts';
import { ListPage } from '../list/list-page.tsx';
import { PageButton } from '../../ui/page-button.tsx';

/** Filings, submissions and reports; and the way to press one. */
export function FilingsPage() {
  const writable = useWritable();
  return (
    <ListPage
      kindName="filing"
      emptyThen={words.emptyThen}
      last={writable && <PageButton onClick={() => go({ page: 'press', document: 'status-report', number: '-' })}>{words.press}</PageButton>}
    />
  );
}
