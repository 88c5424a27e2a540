import type { RecordOf } from '../../../shared/records/kinds.ts';
import { go } from '../../screen/route.ts';
import { useWritable } from '../../screen/screen.ts';
import { Empty } from '../../ui/empty.tsx';
import parts from '../../ui/page-parts.module.css';
import { PageButton } from '../../ui/page-button.tsx';
import { model as words } from '../../words/model.ts';
import { HarmTable } from '../harm/harm-view.tsx';
import view from '../analysis/analysis.module.css';

/** What the restriction of a model does, and what did it. */
export function ModelHarm({ impacts, model }: { impacts: readonly RecordOf<'impact'>[]; model: { readonly id: string; readonly number: string } }) {
  const writable = useWritable();
  if (impacts.length === 0)
    return (
      <Empty
        says={words.noHarm}
        then={words.noHarmThen}
        action={
          writable && (
            <PageButton onClick={() => go({ page: 'new', kind: 'impact', prefill: { field: 'models', linkId: model.id, linkNumber: model.number } })}>{words.newHarm}</PageButton>
          )
        }
      />
    );
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.harmTab}>
      <p className={view.note}>{words.harmNote}</p>
      <HarmTable impacts={impacts} />
    </div>
  );
}
