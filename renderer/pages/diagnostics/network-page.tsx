import { useAnswer } from '../../answers/use-answer.ts';
import { go } from '../../screen/route.ts';
import { useZone } from '../../screen/screen.ts';
import { Facts } from '../../ui/facts.tsx';
import parts from '../../ui/page-parts.module.css';
import { PageButton } from '../../ui/page-button.tsx';
import { instantWords } from '../../words/dates.ts';
import { diagnostics, network as words } from '../../words/diagnostics.ts';
import styles from './diagnostics.module.css';

/** What keeps the program from the network, what its guards counted, and how somebody else checks it. */
export function NetworkPage() {
  const zone = useZone();
  const { reply } = useAnswer('diagnostics.read', {}, false);
  return (
    <>
      <div className={parts.head}>
        <h1 className={parts.headTitle}>{words.title}</h1>
        <p className={`${parts.headNote} ${parts.headSentence}`}>{words.note}</p>
        <PageButton onClick={() => go({ page: 'diagnostics' })}>{diagnostics.title}</PageButton>
      </div>
      <div className={`${parts.scroll} ${styles.body}`} tabIndex={0} role="region" aria-label={words.title}>
        {reply && (
          <section>
            <h2 className={parts.sectionTitle}>{words.counted}</h2>
            <div className={styles.facts}>
              <Facts
                labelWidth={330}
                facts={[
                  [words.since, instantWords(reply.startedAt, zone)],
                  [words.served, words.servedSays(reply.requests.served)],
                  [words.refused, words.refusedSays(reply.requests.refused)],
                ]}
              />
            </div>
            <p className="muted">{words.countedNote}</p>
          </section>
        )}
        <Lines title={words.blocked} lines={words.lines} />
        <section>
          <h2 className={parts.sectionTitle}>{words.checked}</h2>
          <p>{words.checkedNote}</p>
        </section>
        <Lines title={words.yourself} lines={words.steps} />
        <p className={styles.foot}>{words.folder}</p>
      </div>
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly (readonly [name: string, says: string])[] }) {
  return (
    <section>
      <h2 className={parts.sectionTitle}>{title}</h2>
      <dl className={styles.lines}>
        {lines.map(([name, says]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
