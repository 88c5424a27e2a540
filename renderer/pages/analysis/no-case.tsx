import { topicOf } from '../../help/topic-of.ts';
import { topicNamed } from '../../help/topics.ts';
import { go, type Route } from '../../screen/route.ts';
import { useWritable } from '../../screen/screen.ts';
import { Empty } from '../../ui/empty.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { analysis } from '../../words/analysis.ts';
import { docket } from '../../words/docket.ts';

/** What a page of a case is for, where there is no case yet, and the act that makes one. */
export function NoCase({ page }: { page: Route }) {
  const writable = useWritable();
  return (
    <Empty
      says={analysis.noCase}
      then={[topicNamed(topicOf(page))?.what, writable && docket.first.case.then].filter(Boolean).join(' ')}
      action={
        writable && (
          <PageButton variant="filled" onClick={() => go({ page: 'new', kind: 'case', prefill: {} })}>
            {docket.first.case.act}
          </PageButton>
        )
      }
    />
  );
}
