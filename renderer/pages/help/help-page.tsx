import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { glossary } from '../../help/glossary.ts';
import { searchHelp } from '../../help/search-help.ts';
import { chapters, helpLists, topicNamed } from '../../help/topics.ts';
import { releasesIn, type Release } from '../../help/whats-new.ts';
import { addressOf } from '../../screen/route.ts';
import { setScreen, useScreen } from '../../screen/screen.ts';
import { Empty } from '../../ui/empty.tsx';
import { intoView } from '../../ui/into-view.ts';
import parts from '../../ui/page-parts.module.css';
import { PageButton } from '../../ui/page-button.tsx';
import { startTour } from '../../tour/tour.tsx';
import { helpWords as words } from '../../words/help.ts';
import { tour } from '../../words/tour.ts';
import { TopicBody } from './topic-body.tsx';
import styles from './help.module.css';

const listNames = { glossary: words.glossary, 'whats-new': words.whatsNew } as const;
const addressOfTopic = (topic: string): string => addressOf({ page: 'help', topic });

/** Help: contents at the left, one topic at the right, or what fits the words that were typed. */
export function HelpPage({ topic: asked }: { topic: string | null }) {
  const [typed, setTyped] = useState('');
  const at = asked ?? 'first-hour';
  const topic = topicNamed(at);
  const heading = topic?.title ?? (at === 'glossary' ? words.glossary : at === 'whats-new' ? words.whatsNew : words.noTopic);
  const contents = useRef<HTMLElement>(null);
  useEffect(() => {
    setTyped('');
    intoView(contents.current?.querySelector('[aria-current]'));
  }, [at]);
  const searching = typed.trim() !== '';
  return (
    <>
      <div className={parts.head}>
        <h1 className={parts.headTitle}>{words.title}</h1>
        <p className={`${parts.headNote} ${parts.headSentence}`}>{words.note}</p>
        <TextInput aria-label={words.find} placeholder={words.find} value={typed} data-find w={240} onChange={(event) => setTyped(event.currentTarget.value)} />
        {/* A command of its own: the search window has it wherever one is. */}
        <Button onClick={startTour}>{tour.command}</Button>
        <PageButton onClick={() => setScreen({ help: true })}>{words.keys}</PageButton>
      </div>
      <div className={styles.columns}>
        <nav className={styles.contents} aria-label={words.contents} ref={contents}>
          {chapters.map((chapter) => (
            <section key={chapter.title}>
              <h2>{chapter.title}</h2>
              <ul>
                {chapter.topics.map(({ id, title }) => (
                  <Entry key={id} id={id} title={title} here={id === at} />
                ))}
              </ul>
            </section>
          ))}
          <section>
            <h2>{words.lists}</h2>
            <ul>
              {helpLists.map((id) => (
                <Entry key={id} id={id} title={listNames[id]} here={id === at} />
              ))}
            </ul>
          </section>
        </nav>
        <div className={styles.page} tabIndex={0} role="region" aria-label={searching ? words.find : heading}>
          {searching ? (
            <Found typed={typed} />
          ) : (
            <article key={at}>
              <h2 className={styles.heading}>{heading}</h2>
              {topic ? <TopicBody topic={topic} /> : at === 'glossary' ? <Glossary /> : at === 'whats-new' ? <WhatsNew /> : null}
            </article>
          )}
        </div>
      </div>
    </>
  );
}

function Entry({ id, title, here }: { id: string; title: string; here: boolean }) {
  return (
    <li>
      <a href={addressOfTopic(id)} aria-current={here ? 'page' : undefined}>
        {title}
      </a>
    </li>
  );
}

function Found({ typed }: { typed: string }) {
  const found = searchHelp(typed);
  const count = found.topics.length + found.terms.length;
  if (count === 0) return <Empty says={words.none(typed.trim())} then={words.noneThen} />;
  return (
    <div className={styles.topic}>
      <p className="muted" role="status">
        {words.results(count)}
      </p>
      <dl className={styles.found}>
        {found.topics.map(({ id, title, what }) => (
          <div key={id}>
            <dt>
              <a href={addressOfTopic(id)}>{title}</a>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
        <Terms of={found.terms} />
      </dl>
    </div>
  );
}

function Glossary() {
  return (
    <div className={styles.topic}>
      <p className={styles.what}>{words.glossaryNote}</p>
      <dl className={styles.found}>
        <Terms of={glossary} />
      </dl>
    </div>
  );
}

/** The changelog of this very build, read when it is asked for. */
function WhatsNew() {
  const build = useScreen((now) => now.session?.build ?? '');
  const [releases, setReleases] = useState<readonly Release[]>([]);
  useEffect(() => {
    let wanted = true;
    void import('../../../CHANGELOG.md?raw').then(({ default: changelog }) => {
      if (wanted) setReleases(releasesIn(changelog));
    });
    return () => {
      wanted = false;
    };
  }, []);
  return (
    <div className={styles.topic}>
      <p className={styles.what}>
        {words.version(build)} {words.whatsNewNote}
      </p>
      {releases.map(({ version, news }) => (
        <section key={version}>
          <h3>{version}</h3>
          <ul className={styles.news}>
            {news.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Words with what they mean, each leading to where it matters. */
function Terms({ of }: { of: typeof glossary }) {
  return of.map(({ word, means, see }) => (
    <div key={word}>
      <dt>
        <a href={addressOfTopic(see)}>{word}</a>
      </dt>
      <dd>{means}</dd>
    </div>
  ));
}
