import { UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { SlimRow } from '../../../shared/contract/contract.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { ofKind, useRecords } from '../../answers/use-records.ts';
import { useToday } from '../../screen/screen.ts';
import { useOpenRows } from '../../working-set/use-rows.ts';
import { stateLook } from '../../ui/state.tsx';
import styles from './docket.module.css';
import { docket } from '../../words/docket.ts';
import { figure } from '../../words/writing.ts';
import { oldest } from '../../../shared/records/views/ageing.ts';
import { answerOverdue } from '../../../shared/records/views/owed.ts';
import { requests as requestWords } from '../../words/requests.ts';
import { useLooking } from '../../screen/use-looking.ts';
import { dueOf, partyOf } from '../requests/ageing.ts';
import { ChangedPart } from './changed-part.tsx';
import { onDocket, standingOf } from './groups.ts';
import { isOurs } from '../../../shared/records/views/docket-groups.ts';
import { OutsidePart } from './outside-part.tsx';
import { Line, Part } from './side-part.tsx';
import { stuckKinds, useBlocked } from './use-blocked.ts';

const requestKind = ['evidence_request'] as const;
/** The most requests of ours that stand there. */
const mostOwed = 60;
/** How much of what stands without a date is shown until all of it is asked for. */
const shownRaised = 12;

/** Beside the docket: what others owe us, longest first; what stands without a date; what cannot go on and why; what changed since the person looked. */
export function DocketSide({
  open,
  whole,
  more,
  caseId,
  about,
}: {
  open: readonly SlimRow[];
  whole: boolean;
  more: number;
  caseId: string | null;
  about: ReadonlySet<string> | null;
}) {
  const today = useToday();
  const isMine = (row: SlimRow): boolean => (caseId === null || row.caseId === caseId) && (about === null || about.has(row.id));
  // Asked for by kind, so that a change of any other record leaves them as they are.
  const { rows: requests } = useOpenRows(requestKind);
  const { rows: stuck } = useOpenRows(stuckKinds);
  const theirs = useMemo(() => requests.filter((row) => isMine(row) && !isOurs(row)).map((row) => row.number), [requests, caseId, about]);
  // Of more than are shown, those that have been owed for longest: only the vault knows which.
  const long = theirs.length > mostOwed;
  const longest = useAnswer('requests.lines', long ? { closed: false, sort: [], today, ...(caseId !== null && { caseId }), ...(about === null && { first: 500 }) } : null).reply;
  const wanted = useMemo(() => {
    if (!long) return theirs;
    const mine = new Set(theirs);
    return (longest?.numbers ?? []).filter((number) => mine.has(number)).slice(0, mostOwed);
  }, [theirs, long, longest]);
  const asked = useRecords(wanted);
  const reading = (long && longest === null) || (wanted.length > 0 && asked.length === 0);
  const owed = ofKind(asked, 'evidence_request')
    .flatMap((one) => {
      const age = oldest(one.record, today);
      return age === null ? [] : [{ one, age }];
    })
    .sort((a, b) => (b.age.days ?? -1) - (a.age.days ?? -1));
  const blocked = useBlocked(useMemo(() => stuck.filter(isMine), [stuck, caseId, about]));
  const net = useAnswer('deadlines.raised', caseId === null ? {} : { caseId }, false).reply?.raised;
  const raised = useMemo(() => (net ?? []).filter((one) => about === null || isAbout(one.about, open, about)), [net, open, about]);
  const [every, setEvery] = useState(false);
  const held = every ? raised : raised.slice(0, shownRaised);

  const looking = useLooking(useMemo(() => owed.map(({ one }) => dueOf(one.record.fields.answerBy)), [asked]));
  const byLine = (one: (typeof owed)[number]['one'], age: (typeof owed)[number]['age']): string => {
    const overdue = answerOverdue(one.record, looking);
    return [docket.itemsOf(one.record.number, partyOf(one), age.waiting, age.of), ...(overdue === null ? [] : [requestWords.theirsOverdue(overdue)])].join('; ');
  };

  /** Nothing is said to be nowhere before all is known. */
  const none = (words: string): string => (whole ? words : more > 0 ? docket.notHeld(more) : docket.reading);

  return (
    <>
      <Glance rows={useMemo(() => open.filter((row) => onDocket(row) && isMine(row)), [open, caseId, about])} more={more} />
      <Part title={docket.notProvided} unit={docket.days} none={reading ? docket.reading : none(docket.nothingOwed)}>
        {owed.map(({ one, age }) => (
          <Line key={one.record.id} what={one.record.fields.title} by={byLine(one, age)} end={age.words} unit={age.days === null ? undefined : docket.days} />
        ))}
      </Part>
      <Part
        title={docket.raised}
        none={docket.nothingRaised}
        note={docket.answerIn([...new Set(held.map((one) => one.answerIn))])}
        act={
          raised.length > shownRaised && (
            <UnstyledButton className={styles.looked} aria-expanded={every} onClick={() => setEvery(!every)}>
              {every ? docket.fewerRaised : docket.everyRaised(raised.length)}
            </UnstyledButton>
          )
        }
      >
        {held.map((one) => (
          <Line key={one.about} what={one.words} by={docket.raisedLine(one.about, docket.raisedWhy[one.why])} />
        ))}
      </Part>
      <Part title={docket.blocked} none={none(docket.nothingBlocked)}>
        {blocked.map((one) => (
          <Line key={one.row.id} what={one.row.title} by={docket.waitsFor(one.row.number, stateLook(one.row.kind, one.row.state).word, one.waitsFor, one.why)} />
        ))}
      </Part>
      <ChangedPart caseId={caseId} about={about} />
      <OutsidePart />
    </>
  );
}

const glanced = ['overdue', 'week', 'month', 'others'] as const;

/** How much is late, how much is due soon, and how much others are to do. */
function Glance({ rows, more }: { rows: readonly SlimRow[]; more: number }) {
  const standing = standingOf(rows, useLooking(rows));
  // Where nothing is due the page says so beside it.
  if (rows.length === 0) return null;
  return (
    <Part title={docket.glance} none={docket.empty} note={more > 0 ? docket.glanceOf(more) : undefined}>
      {glanced.map((which) => (
        <Line key={which} what={docket.glanceLines[which]} end={figure(standing[which])} />
      ))}
    </Part>
  );
}

/** Whether what stands without a date is about the chosen model: `ORD-005 OB-13` is, where the order is. A case as a whole is about all of its models. */
function isAbout(what: string, open: readonly SlimRow[], about: ReadonlySet<string>): boolean {
  const row = open.find((one) => one.number === what.split(' ')[0]);
  return row !== undefined && (about.has(row.id) || (row.kind === 'case' && open.some((one) => one.caseId === row.id && about.has(one.id))));
}
