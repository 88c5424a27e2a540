import { SegmentedControl, TextInput } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
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
import { useListOnPaper } from '../../print/list-on-paper.ts';
import { PrintList } from '../export/export-button.tsx';
import { KeptSearches } from './kept-searches.tsx';
import { ReadDays, withDay } from './read-days.tsx';
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
      history.replaceState(null, '', addressOf({ page: 'search', ...(typed.trim() !== '' && { text: typed.trim() }) }));
    }, 80);
    return () => clearTimeout(soon);
  }, [typed]);
  const { reply, failure, loading } = useAnswer('records.search', asked === '' ? null : { text: asked, ranked, limit: 100 });
  const hits = reply?.hits ?? none;
  const found = useMemo(() => hits.map(({ row }) => row.number), [hits]);
  const { paper } = useListOnPaper({ name: 'found', columns: ['number', 'kind', 'title', 'due', 'state'], narrowed: search.searchedFor(asked) }, found);
  const asOf = useScreen((now) => now.asOf);
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
      <PrintList paper={paper} any={found.length > 0} />
      <KeptSearches
        asked={asked}
        ranked={ranked}
        choose={(one) => {
          setTyped(one.text);
          setRanked(one.ranked);
        }}
      />
      {asked === '' && (
        <div className={parts.section}>
          <p className={styles.start}>{search.start}</p>
          <How />
        </div>
      )}
      {reply && asked !== '' && (
        <ReadDays
          days={reply.days}
          onMeant={(day, meant) => {
            setTyped(withDay(typed, day, meant));
            document.querySelector<HTMLElement>('[data-find]')?.focus();
          }}
        />
      )}
      {reply && !loading && asked !== '' && reply.hits.length === 0 && reply.days.every(({ day }) => day !== null) && (
        <>
          <Empty says={search.none(asked)} then={search.noneThen} />
          <div className={parts.section}>
            <How />
          </div>
        </>
      )}
      {reply && asked !== '' && reply.hits.length > 0 && (
        <div className={parts.scroll} tabIndex={0} role="region" aria-label={search.results}>
          <ul className={styles.hits}>
            {reply.hits.map(({ row, snippet, page }) => (
              <li key={row.id} className={styles.hit}>
                <Ref>{row.number}</Ref>
                <div>
                  <p>
                    <Found text={row.title} query={asked} />
                  </p>
                  {snippet.length > 0 && (
                    <p className={row.kind === 'evidence_text' ? `quoted ${styles.snippet}` : styles.snippet}>
                      <Segments segments={snippet} />
                      {page !== undefined && <span className={styles.page}>{search.onPageOf(page)}</span>}
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

const none: readonly never[] = [];

/** What can be typed besides words. */
function How() {
  return (
    <section aria-label={search.how}>
      <h2 className={parts.sectionTitle}>{search.how}</h2>
      <dl className={styles.how}>
        {search.howLines.map(([typed, means]) => (
          <div key={typed}>
            <dt>{typed}</dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">{search.howElse}</p>
    </section>
  );
}
