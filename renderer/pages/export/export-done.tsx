import { Button } from '@mantine/core';
import { recordAddress } from '../../screen/route.ts';
import { Mark } from '../../ui/mark.tsx';
import { Ref } from '../../ui/ref.tsx';
import { copying } from '../../words/copying.ts';
import { exporting as words } from '../../words/exchange.ts';
import type { Exported } from './use-export.ts';
import styles from './export.module.css';
import { Heads } from '../../ui/heads.tsx';

/** What left, under which number that is recorded, and everything that was held back with its reason. */
export function ExportDone({ done, onClose }: { done: Exported; onClose: () => void }) {
  return (
    <div className={styles.form}>
      <p role="status">
        <Mark shape="circleCheck" tone="done" />{' '}
        {done.printed ? words.printed(done.records) : done.file === null ? copying.done(done.records) : words.done(done.records, done.file)} {words.recorded}{' '}
        <a href={recordAddress(done.number)} onClick={onClose}>
          <Ref>{done.number}</Ref>
        </a>
        .
      </p>
      {done.beside.length > 0 && <p>{words.beside(done.beside)}</p>}
      <p className={styles.digest}>
        {words.digest} {done.sha256}
      </p>
      {done.withheld.length > 0 && (
        <section aria-label={words.held(done.withheld.length)}>
          <p className="strong">{words.held(done.withheld.length)}</p>
          <div className={styles.held} tabIndex={0} role="region" aria-label={words.held(done.withheld.length)}>
            <table>
              <thead>
                <tr>
                  <Heads names={Object.values(words.heldHead)} />
                </tr>
              </thead>
              <tbody>
                {done.withheld.map((one, i) => (
                  <tr key={i}>
                    <td>
                      <Ref>{one.number}</Ref>
                    </td>
                    <td>{one.field ?? words.whole}</td>
                    <td>{words.why[one.why] ?? one.why}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      <div className={styles.acts}>
        <Button variant="filled" onClick={onClose}>
          {words.close}
        </Button>
      </div>
    </div>
  );
}
