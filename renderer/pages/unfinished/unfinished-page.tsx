import { kindNamed } from '../../../shared/records/kinds.ts';
import { goOn } from '../../form/go-on.ts';
import { discard, useUnfinished, type Unfinished } from '../../form/unfinished.ts';
import { recordAddress } from '../../screen/route.ts';
import { useWritable } from '../../screen/screen.ts';
import { Empty } from '../../ui/empty.tsx';
import parts from '../../ui/page-parts.module.css';
import { useWhen } from '../../ui/use-when.ts';
import { PageButton } from '../../ui/page-button.tsx';
import { records } from '../../words/records.ts';
import { unfinished as words } from '../../words/unfinished.ts';
import styles from './unfinished.module.css';

/** What was begun and is not recorded: forms that were left, and what was being typed in dialogs. */
export function UnfinishedPage() {
  const { all, known } = useUnfinished();
  return (
    <>
      <div className={parts.head}>
        <h1 className={parts.headTitle}>{words.title}</h1>
        <p className={`${parts.headNote} ${parts.headSentence}`}>{words.note}</p>
      </div>
      {known && all.length === 0 && <Empty says={words.none} then={words.noneThen} helped />}
      {all.length > 0 && (
        <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.title} data-unfinished>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words.columns.what}</th>
                <th scope="col">{words.columns.said}</th>
                <th scope="col">{words.columns.at}</th>
                <th scope="col">
                  <span className="hidden">{words.columns.acts}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {all.map((one) => (
                <Line key={`${one.form} ${one.record}`} one={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

/** What it is called: as its dialog is, or by what its form makes or changes. */
export function calledOf({ form, number, kept }: Unfinished): string {
  // A dialog asks; what is told of it does not.
  if (kept) return kept.title.replace(/\?$/, '');
  return number === null ? records.newKind(kindNamed(form)?.label ?? form) : words.edit(number);
}

function Line({ one }: { one: Unfinished }) {
  const writable = useWritable();
  const when = useWhen();
  const called = calledOf(one);
  return (
    <tr>
      <th scope="row">{one.number === null ? called : <a href={recordAddress(one.number)}>{called}</a>}</th>
      <td className={styles.said}>{one.said}</td>
      <td className="nowrap">{when(one.at)}</td>
      <td>
        <div className={styles.acts}>
          <PageButton disabled={!writable} aria-label={words.goOnWith(called)} onClick={() => goOn(one)}>
            {words.goOn}
          </PageButton>
          <PageButton
            variant="subtle"
            disabled={!writable}
            aria-label={words.discardOf(called)}
            onClick={() => {
              // The button goes with its line: the next key is heard by the list, or by the page where nothing is left.
              document.querySelector<HTMLElement>('[data-unfinished]')?.focus();
              void discard(one.form, one.record);
            }}
          >
            {words.discard}
          </PageButton>
        </div>
      </td>
    </tr>
  );
}
