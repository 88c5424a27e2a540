import { useState } from 'react';
import type { RecordOf } from '../../../shared/records/kinds.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { Empty } from '../../ui/empty.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Loading } from '../../ui/not-there.tsx';
import { PagePictures } from '../../ui/page-pictures.tsx';
import parts from '../../ui/page-parts.module.css';
import { evidence as words } from '../../words/evidence.ts';
import { ReadOneAgain } from './read-again.tsx';
import styles from './evidence.module.css';

type Item = RecordOf<'evidence_item'>;
/** File types of which the reader draws pages. */
const drawn = /^(application\/pdf|image\/)|\.(pdf|png|jpe?g|gif|tiff?|webp|bmp)$/i;
export const hasPages = (item: Item): boolean => drawn.test(item.fields.original?.mime ?? '') || drawn.test(item.fields.original?.filename ?? '');

/** A page of the exhibit as a picture. Drawn by a process without keys; nothing active reaches the window. */
export function Preview({ item }: { item: Item }) {
  const [page, setPage] = useState(1);
  const text = useAnswer('evidence.text', { number: item.number }, false);
  const pages = text.reply?.pages ?? null;
  const { reply, failure } = useAnswer('evidence.page', { number: item.number, page }, false);
  return <PagePictures of={item.fields.title} page={page} pages={pages} onPage={setPage} picture={reply} failure={failure} label={words.previewTab} />;
}

/** The words of the exhibit as they were read, without its layout. */
export function EvidenceWords({ item }: { item: Item }) {
  const { reply, failure } = useAnswer('evidence.text', { number: item.number }, false);
  if (failure)
    return (
      <div className={parts.section}>
        <FailureNote failure={failure} />
      </div>
    );
  if (!reply) return <Loading />;
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.textTab}>
      {reply.facts.length > 0 && (
        <section className={parts.section} aria-label={words.says}>
          <h2 className={parts.sectionTitle}>{words.says}</h2>
          <p className="muted">{words.saysNote}</p>
          <dl className={styles.says}>
            {reply.facts.map((fact, i) => (
              <div key={i}>
                <dt>{fact.name}</dt>
                <dd>{fact.value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {reply.status === 'text' ? (
        <p className={`quoted ${styles.text}`}>{reply.text}</p>
      ) : (
        <Empty says={words.status[reply.status]} action={reply.status === 'no-text' || reply.status === 'encrypted' ? undefined : <ReadOneAgain number={item.number} />} />
      )}
    </div>
  );
}
