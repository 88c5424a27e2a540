import { useState } from 'react';
import type { GrantedFile } from '../../../shared/contract/window-door.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { useKeptWords } from '../../form/use-kept-words.ts';
import { useScreen } from '../../screen/screen.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { KeptNote } from '../../ui/kept-note.tsx';
import { Mark } from '../../ui/mark.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { wordsOf } from '../../words/failures.ts';
import { importing as words } from '../../words/exchange.ts';
import { AboutFields } from '../evidence/about-fields.tsx';
import { aboutOf, keptAbout, type About } from '../evidence/use-intake.ts';
import { LoadFilePlan } from './load-file-plan.tsx';
import { useLoadFile } from './use-load-file.ts';
import styles from './import.module.css';

const said = words.loadFile;

/** A table that is a load file: its files are taken in as exhibits, or (below) its rows become a list. Each line is an act of its own; what is wrong with one stops no other. */
export function LoadFile({ file, documents, caseId, writable }: { file: GrantedFile; documents: number; caseId: string | null; writable: boolean }) {
  const inBrowser = useScreen((now) => now.session?.host === 'chromium');
  const [place, shape, start, written] = keptAbout([file.name], aboutOf(caseId ?? ''));
  const kept = useKeptWords<About>({ ...place, inPage: true }, shape, start, written);
  const { words: about } = kept;
  const [missing, setMissing] = useState(false);
  const { work, handed, fill, chooseFolder, check, take } = useLoadFile(file);
  const { plan, checked, told, failure, running } = work;
  const ready = writable && running === null && plan !== null && plan.columns.includes('control') && (!inBrowser || handed);

  return (
    <section className={styles.section} aria-label={said.title}>
      <h2 className={styles.title}>{said.title}</h2>
      <p className={styles.note}>
        {(inBrowser ? said.saysHanded : said.says)(documents)} {plan && plan.images > 0 && said.images(plan.images)} {said.or}
      </p>
      {inBrowser && (
        <div className={styles.inline}>
          <PageButton disabled={!writable || running !== null} loading={running?.what === 'folder'} onClick={() => void chooseFolder()}>
            {handed ? said.otherFolder : said.folder}
          </PageButton>
        </div>
      )}
      <div className={styles.constants}>
        <KeptNote kept={kept} />
        <AboutFields about={about} missing={missing} onChange={kept.set} />
      </div>
      {failure && <FailureNote failure={failure} />}
      <div className={styles.inline}>
        <PageButton
          variant="filled"
          // Taken in twice, each document would stand there twice.
          disabled={!ready || (told !== null && told.taken > 0)}
          loading={running?.what === 'take'}
          onClick={() => {
            setMissing(true);
            if (about.caseId !== '') void take(about).then((all) => (all ? kept.end() : undefined));
          }}
        >
          {said.run(documents)}
        </PageButton>
        <PageButton disabled={!ready} loading={running?.what === 'check'} onClick={() => void check()}>
          {said.check}
        </PageButton>
        {running && <PageButton onClick={running.stop}>{words.cancel}</PageButton>}
        <span role="status">
          {told ? (
            <>
              <Mark shape={told.refused === 0 ? 'circleCheck' : 'stop'} tone={told.refused === 0 ? 'done' : 'late'} /> {said.done(told.taken, told.refused)}
            </>
          ) : (
            checked && plan && said.checked(plan.faultCount)
          )}
        </span>
      </div>
      {told && told.lines.length > 0 ? (
        <Refused lines={told.lines} refused={told.refused} />
      ) : (
        plan && !told && <LoadFilePlan plan={plan} disabled={running !== null} onFill={fill} />
      )}
    </section>
  );
}

function Refused({ lines, refused }: { lines: readonly { line: number; control: string; failure?: unknown }[]; refused: number }) {
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.row}>
              {said.refusedHead.line}
            </th>
            <th scope="col" className={styles.column}>
              {said.refusedHead.control}
            </th>
            <th scope="col">{said.refusedHead.why}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((one, i) => {
            // Proof of the cast: what stands in `failure` was made by the vault's own `refuse`.
            const why = one.failure ? wordsOf(one.failure as Failure) : null;
            return (
              <tr key={i}>
                <td className={styles.row}>{one.line}</td>
                <td className={styles.column}>{one.control}</td>
                <td>{why && `${why.what} ${why.means}`}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {refused > lines.length && <p className={styles.note}>{said.more(refused - lines.length)}</p>}
    </>
  );
}
