import { useEffect, useRef, useState } from 'react';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { Asked, Reply } from '../../../shared/contract/wire.ts';
import type { Answer, Failure } from '../../../shared/failure/failure.ts';
import { vault } from '../../bridge.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { LongWork } from '../../ui/long-work.tsx';
import { PagePictures, type Picture } from '../../ui/page-pictures.tsx';
import parts from '../../ui/page-parts.module.css';
import { PageButton } from '../../ui/page-button.tsx';
import { filing as words } from '../../words/filing.ts';
import { Mark } from '../../ui/mark.tsx';
import { usePaperWork, type PaperSetting } from './use-paper-work.ts';
import styles from './press.module.css';

type Shown = Pick<Reply<Contract, 'filings.preview'>, 'preview' | 'pages'>;

interface FilingPreviewProps {
  readonly asked: Asked<Contract, 'filings.preview'> | null;
  readonly name: string;
  /** Records changed since its pages were set, so that they show another paper than the one that would be made. */
  readonly stale: boolean;
  /** What the pages say that were just set (`content`). */
  readonly onLooked: (content: string) => void;
}

/** The pages of a filing as it would be now, before anybody approves it. */
export const FilingPreview = ({ asked, name, stale, onLooked }: FilingPreviewProps) => (
  <PaperPreview
    asked={asked}
    name={name}
    note={words.previewNote}
    heading={words.steps.preview}
    stale={stale}
    ask={async (question, setting) => {
      const answer = await vault.ask('filings.preview', question, setting);
      if (answer.ok) onLooked(answer.reply.content);
      return answer;
    }}
  />
);

interface PaperPreviewProps<Q> {
  /** What the paper is of; null while it can't be made. */
  readonly asked: Q | null;
  readonly name: string;
  readonly note: string;
  readonly heading: string;
  readonly stale?: boolean;
  /** Each time it grows the pages are shown anew without being asked for: they changed while somebody looked at them. */
  readonly again?: number;
  readonly ask: (question: Q, setting: PaperSetting) => Promise<Answer<Shown>>;
}

/** The pages of a paper as it would be now. Set anew when what is asked for changes. */
export function PaperPreview<Q>({ asked, name, note, heading, ask, stale = false, again = 0 }: PaperPreviewProps<Q>) {
  const key = JSON.stringify(asked);
  const [shown, setShown] = useState<{ key: string; reply: Shown } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { work, run } = usePaperWork();
  useEffect(() => setFailure(null), [key]);

  const look = async (question: Q): Promise<void> => {
    setFailure(null);
    setShown(null);
    const answer = await run(words.previewing(name), (setting) => ask(question, setting));
    if (answer.ok) setShown({ key: JSON.stringify(question), reply: answer.reply });
    else if (answer.failure.code !== 'cancelled') setFailure(answer.failure);
  };

  const latest = useRef({ asked, look });
  latest.current = { asked, look };
  useEffect(() => {
    const { asked: question, look: showAnew } = latest.current;
    if (again > 0 && question !== null) void showAnew(question);
  }, [again]);

  const current = shown?.key === key ? shown.reply : null;
  return (
    <section className={styles.look}>
      <h2 className={parts.sectionTitle}>{heading}</h2>
      <p className={styles.note}>{note}</p>
      {work ? (
        <LongWork what={words.previewing(name)} now={work.far} share={work.share} left="" onCancel={work.stop} />
      ) : (
        <PageButton disabled={asked === null} onClick={() => asked !== null && void look(asked)}>
          {current ? words.lookAgain : words.look}
        </PageButton>
      )}
      {failure && <FailureNote failure={failure} />}
      {current && stale && (
        <p role="alert">
          <Mark shape="stop" tone="late" /> {words.pagesStale}
        </p>
      )}
      {current && <Pages key={current.preview} shown={current} name={name} />}
    </section>
  );
}

function Pages({ shown, name }: { shown: Shown; name: string }) {
  const [page, setPage] = useState(1);
  const [picture, setPicture] = useState<Picture | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    void vault.ask('filings.previewPage', { preview: shown.preview, page }, { signal: stop.signal }).then((answer) => {
      if (stop.signal.aborted) return;
      if (answer.ok) setPicture(answer.reply);
      else setFailure(answer.failure);
    });
    return () => stop.abort();
  }, [shown, page]);
  return (
    <div className={styles.pages}>
      <PagePictures of={name} page={page} pages={shown.pages} onPage={setPage} picture={picture} failure={failure} label={words.previewOf(name)} />
    </div>
  );
}
