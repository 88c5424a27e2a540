import { SegmentedControl, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useAnswer } from '../../answers/use-answer.ts';
import { kindLabel } from '../../answers/use-records.ts';
import { usePastWords } from '../../frame/use-past-ready.ts';
import { addressOf } from '../../screen/route.ts';
import { useScreen } from '../../screen/screen.ts';
import { Empty } from '../../ui/empty.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Ref } from '../../ui/ref.tsx';
import { State, stateLook } from '../../ui/state.tsx';
import parts from '../../ui/page-parts.module.css';
import { search } from '../../words/search.ts';
import { Found, Segments } from './segments.tsx';
import styles from './search.module.css';

/** Everything that holds the words: records and the text of evidence. Newest first while typing, best first on asking. */
export function SearchPage({ text }: { text: string }) {
  const [typed, setTyped] = useState(text);
  const [asked, setAsked] = useState(text.trim());
  const [ranked, setRanked] = useState(false);
  useEffect(() => {
    const soon = setTimeout(() => {
      setAsked(typed.trim());
      history.replaceState(null, '', addressOf({ page: 'search', text: typed.trim() }));
    }, 80);
    return () => clearTimeout(soon);
  }, [typed]);
  const asOf = useScreen((now) => now.asOf);
  const { reply, failure, loading } = useAnswer('records.search', asked === '' ? null : { text: asked, ranked, limit: 100 });
  usePastWords(asked === '' ? null : asOf, () => {
    setTyped('');
    setAsked('');
  });
  return (
    <>
      <form
        className={parts.head}
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          setRanked(true);
        }}
      >
        <h1 className={parts.headTitle}>{search.title}</h1>
        <TextInput
          aria-label={search.label}
          placeholder={search.hint}
          value={typed}
          autoFocus
          onChange={(event) => setTyped(event.currentTarget.value)}
          className={styles.field}
          data-find
        />
        <SegmentedControl
          aria-label={search.order}
          value={ranked ? 'ranked' : 'newest'}
          onChange={(value) => setRanked(value === 'ranked')}
          data={[
            { value: 'newest', label: search.newest },
            { value: 'ranked', label: search.ranked },
          ]}
        />
      </form>
      {failure && (
        <div className={parts.section}>
          <FailureNote failure={failure} />
        </div>
      )}
      {asked === '' && <Empty says={search.start} />}
      {reply && !loading && asked !== '' && reply.hits.length === 0 && <Empty says={search.none(asked)} then={search.noneThen} />}
      {reply && asked !== '' && reply.hits.length > 0 && (
        <div className={parts.scroll} tabIndex={0} role="region" aria-label={search.results}>
          <ul className={styles.hits}>
            {reply.hits.map(({ row, snippet }) => (
              <li key={row.id} className={styles.hit}>
                <Ref>{row.number}</Ref>
                <div>
                  <p>
                    <Found text={row.title} query={asked} />
                  </p>
                  {snippet.length > 0 && (
                    <p className={row.kind === 'evidence_text' ? `quoted ${styles.snippet}` : styles.snippet}>
                      <Segments segments={snippet} />
                    </p>
                  )}
                </div>
                <span className="muted">{kindLabel(row.kind)}</span>
                <State look={stateLook(row.kind, row.state)} />
              </li>
            ))}
          </ul>
          {reply.more && <p className={parts.section}>{search.more}</p>}
        </div>
      )}
    </>
  );
}
