import type { ReactNode } from 'react';
import type { SlimRow } from '../../../shared/contract/contract.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { ofKind, useRecords } from '../../answers/use-records.ts';
import { useToday, useZone } from '../../screen/screen.ts';
import { Cited } from '../../ui/cited.tsx';
import { stateLook } from '../../ui/state.tsx';
import { dayAt, dayWords, timeAt } from '../../words/dates.ts';
import { docket } from '../../words/docket.ts';
import { changeWords } from '../history/change-words.ts';
import { oldest } from '../../../shared/records/views/ageing.ts';
import { partyOf } from '../requests/ageing.ts';
import { isOurs } from './groups.ts';
import styles from './docket.module.css';

const stuck = ['blocked', 'quarantined', 'tolled', 'enforcement'];

/** Beside the docket: what others owe us, longest first; what stands without a date; what cannot go on; what changed last. */
export function DocketSide({ open, whole, caseId }: { open: readonly SlimRow[]; whole: boolean; caseId: string | null }) {
  const today = useToday();
  const zone = useZone();
  const mine = open.filter((row) => caseId === null || row.caseId === caseId);
  const asked = useRecords(
    mine
      .filter((row) => row.kind === 'evidence_request' && !isOurs(row))
      .map((row) => row.number)
      .slice(0, 60),
  );
  const owed = ofKind(asked, 'evidence_request')
    .flatMap((one) => {
      const age = oldest(one.record, today);
      return age === null ? [] : [{ one, age }];
    })
    .sort((a, b) => (b.age.days ?? -1) - (a.age.days ?? -1));
  const blocked = mine.filter((row) => stuck.includes(row.state));
  const raised = useAnswer('deadlines.raised', caseId === null ? {} : { caseId }, false).reply?.raised ?? [];
  const changes = useAnswer('records.history', { limit: 6, ...(caseId !== null && { caseId }) });

  return (
    <>
      <Part title={docket.notProvided} unit={docket.days} none={whole ? docket.nothingOwed : docket.reading}>
        {owed.map(({ one, age }) => (
          <Line key={one.record.id} what={one.record.fields.title} by={docket.itemsOf(one.record.number, partyOf(one), age.waiting, age.of)} end={age.words} />
        ))}
      </Part>
      <Part title={docket.raised} none={docket.nothingRaised} note={docket.answerIn([...new Set(raised.map((one) => one.answerIn))])}>
        {raised.map((one) => (
          <Line key={one.about} what={one.words} by={docket.raisedLine(one.about, docket.raisedWhy[one.why])} />
        ))}
      </Part>
      <Part title={docket.blocked} none={whole ? docket.nothingBlocked : docket.reading}>
        {blocked.map((row) => (
          <Line key={row.id} what={row.title} by={docket.waitsFor(row.number, stateLook(row.kind, row.state).word)} />
        ))}
      </Part>
      <Part title={docket.changed} none={changes.reply ? docket.nothingChanged : docket.reading}>
        {(changes.reply?.entries ?? []).map((entry) => (
          <Line
            key={entry.seq}
            what={changeWords(entry)}
            by={entry.number}
            end={dayAt(entry.at, zone) === today ? timeAt(entry.at, zone) : dayWords(dayAt(entry.at, zone), 'plain', today)}
          />
        ))}
      </Part>
    </>
  );
}

function Part({ title, unit, none, note, children }: { title: string; unit?: string; none: string; note?: string | undefined; children: readonly ReactNode[] }) {
  return (
    <section className={styles.owed}>
      <div className={styles.owedHead}>
        <h2>{title}</h2>
        {unit && children.length > 0 && <span>{unit}</span>}
      </div>
      {children.length === 0 ? <p className={styles.none}>{none}</p> : <ul>{children}</ul>}
      {note && children.length > 0 && (
        <p className={styles.none}>
          <Cited text={note} />
        </p>
      )}
    </section>
  );
}

function Line({ what, by, end }: { what: string; by: string; end?: string }) {
  return (
    <li className={styles.item}>
      <p>{what}</p>
      <p className={styles.by}>
        <Cited text={by} />
      </p>
      {end && <span className={styles.days}>{end}</span>}
    </li>
  );
}
