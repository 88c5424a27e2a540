import type { Topic } from '../../help/topic.ts';
import { topicNamed } from '../../help/topics.ts';
import { addressOf } from '../../screen/route.ts';
import { Mark } from '../../ui/mark.tsx';
import { helpWords as words } from '../../words/help.ts';
import styles from './help.module.css';

/** One topic: what for, what the marks mean, what one does, what it does not do, and where to go on. */
export function TopicBody({ topic, links = true }: { topic: Topic; links?: boolean }) {
  const { what, marks, acts, not, see } = topic;
  return (
    <div className={styles.topic}>
      <p className={styles.what}>{what}</p>
      {marks && (
        <section>
          <h3>{words.marks}</h3>
          <ul className={styles.marks}>
            {marks.map(([shape, tone, word, means]) => (
              <li key={word}>
                <span className={styles.mark}>
                  <Mark shape={shape} tone={tone} />
                  {word}
                </span>
                <span>{means}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{words.acts}</h3>
        <dl className={styles.acts}>
          {acts.map(([wanted, how]) => (
            <div key={wanted}>
              <dt>{wanted}</dt>
              <dd>{how}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h3>{words.not}</h3>
        <p>{not}</p>
      </section>
      {links && (
        <section>
          <h3>{words.see}</h3>
          <ul className={styles.see}>
            {see.map((id) => (
              <li key={id}>
                <a href={addressOf({ page: 'help', topic: id })}>{topicNamed(id)?.title ?? words.glossary}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
