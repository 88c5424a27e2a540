import { Button, SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import * as z from 'zod';
import type { contract } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { vault } from '../../bridge.ts';
import { printPaper } from '../../print/print-paper.ts';
import { useKeptWords } from '../../form/use-kept-words.ts';
import { useOffers } from '../../screen/offers.ts';
import { useToday } from '../../screen/screen.ts';
import { Cited } from '../../ui/cited.tsx';
import { Carry } from '../../ui/carry.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { KeptNote } from '../../ui/kept-note.tsx';
import { LongWork } from '../../ui/long-work.tsx';
import { intoView } from '../../ui/into-view.ts';
import { Mark } from '../../ui/mark.tsx';
import { Ref } from '../../ui/ref.tsx';
import { Autocomplete, Select } from '../../ui/select.tsx';
import parts from '../../ui/page-parts.module.css';
import { fileSize } from '../../words/count.ts';
import { dayWords } from '../../words/dates.ts';
import { filing as words } from '../../words/filing.ts';
import { DayChoice } from '../reach/day-choice.tsx';
import { Findings } from './findings.tsx';
import { PaperApproval } from './paper-approval.tsx';
import { FilingPreview } from './paper-preview.tsx';
import { usePaperWork } from './use-paper-work.ts';
import { useOpenRows } from '../../working-set/use-rows.ts';
import styles from './press.module.css';
import { figure } from '../../words/writing.ts';

type Pressed = z.output<(typeof contract)['filings.press']['reply']>;
const papers = ['order-summary', 'status-report', 'access-status'] as const;
const profiles = ['internal', 'outgoing'] as const;
const choosing = z.object({
  paper: z.enum(papers),
  picked: z.string().nullable(),
  profile: z.enum(profiles),
  under: z.string().nullable(),
  day: z.string().nullable(),
  typed: z.string(),
});
const subjects = ['restricted_model', 'order'] as const;
const filingKind = ['filing'] as const;
const partyKind = ['party'] as const;

/** From records to a paper that is kept: choose it; see what stands in its way; look at its pages; have it approved; freeze it. */
export function PressPage({ document, number, onDay = null }: { document: string; number: string; onDay?: string | null }) {
  const today = useToday();
  const kept = useKeptWords(
    { dialog: `press-${document}`, about: number === '-' ? [] : [number], title: words.pressTitle, inPage: true },
    choosing,
    { paper: papers.find((one) => one === document) ?? 'status-report', picked: number === '-' ? null : number, profile: 'internal', under: null, day: onDay, typed: '' },
    ['typed', 'under'],
  );
  const { paper, picked, profile, under, day, typed } = kept.words;
  // Every name in between would be looked for in all records.
  const [settled] = useDebouncedValue(typed.trim(), 250);
  const { work, run } = usePaperWork();
  const [pressed, setPressed] = useState<Pressed | null>(null);
  const [sentTo, setSentTo] = useState<'file' | 'printer'>('file');
  const [failure, setFailure] = useState<Failure | null>(null);

  const rows = useOpenRows(subjects).rows.filter((row) => row.kind === (paper === 'order-summary' ? 'order' : 'restricted_model'));
  // Where there is only one, it is that one.
  const [only] = rows.length === 1 ? rows : [];
  const subject = rows.some((row) => row.number === picked) ? picked : (only?.number ?? null);
  const filings = useOpenRows(filingKind).rows;
  const parties = useOpenRows(partyKind).rows;
  const order = useAnswer('records.get', paper === 'order-summary' && subject !== null && subject.startsWith('ORD-') ? { number: subject } : null);
  const model = paper !== 'order-summary' ? subject : (order.reply?.links.find((link) => link.kind === 'restricted_model' && link.role === 'covers')?.number ?? null);
  const asked =
    subject === null || model === null || rows.every((row) => row.number !== subject)
      ? null
      : {
          document: paper,
          model,
          profile,
          ...(paper === 'access-status' && day !== null && { day }),
          ...(paper === 'order-summary' && { order: subject }),
          ...(under !== null && { filing: under }),
          ...(settled !== '' && { recipient: settled }),
        };
  const preflight = useAnswer('filings.preflight', asked, false);
  const key = JSON.stringify(asked);
  const [looked, setLooked] = useState<{ readonly key: string; readonly content: string } | null>(null);
  const seen = looked?.key === key ? looked.content : null;
  // Whoever looked at the pages makes those pages, and no others.
  const stale = seen !== null && preflight.reply !== null && !preflight.loading && preflight.reply.content !== seen;
  const refusing = (preflight.reply?.findings ?? []).filter((finding) => finding.refuses).length;
  const name = words.documents[paper];

  const press = async (to: 'file' | 'printer'): Promise<void> => {
    if (asked === null) return;
    setFailure(null);
    setPressed(null);
    setSentTo(to);
    const looking = seen === null ? {} : { content: seen };
    const answer = await (to === 'file'
      ? run(words.making(name), (setting) => vault.ask('filings.press', { ...asked, ...looking }, setting))
      : run(words.printing(name), (setting) => printPaper((print) => vault.ask('filings.press', { ...asked, ...looking, print }, setting))));
    if (answer.ok) {
      setPressed(answer.reply);
      await kept.end();
    } else setFailure(answer.failure);
  };

  const ready = asked !== null && settled === typed.trim() && !preflight.loading && refusing === 0 && !stale && preflight.reply !== null && work === null;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !ready) return;
      event.preventDefault();
      void press('file');
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });

  const latest = useRef(press);
  latest.current = press;
  useOffers(
    useMemo(
      () =>
        ready
          ? [
              { id: 'press', name: words.make, act: () => void latest.current('file') },
              { id: 'print', name: words.print, key: 'print' as const, act: () => void latest.current('printer') },
            ]
          : [],
      [ready],
    ),
  );

  return (
    <>
      <div className={parts.head}>
        <h1 className={parts.headTitle}>{words.pressTitle}</h1>
      </div>
      <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.pressTitle}>
        <h2 className={styles.step}>{words.steps.choose}</h2>
        <section className={styles.choose} aria-label={words.steps.choose}>
          <KeptNote kept={kept} />
          <Select
            label={words.document}
            data={papers.map((value) => ({ value, label: words.documents[value] }))}
            value={paper}
            onChange={(value) => {
              kept.set({ paper: papers.find((one) => one === value) ?? 'status-report', picked: null, profile: 'internal' });
              setPressed(null);
            }}
          />
          <Select
            label={paper === 'order-summary' ? words.order : words.model}
            searchable
            limit={200}
            placeholder={words.chooseAbout}
            data={rows.map((row) => ({ value: row.number, label: `${row.number}  ${row.title}` }))}
            value={subject}
            onChange={(value) => {
              kept.set({ picked: value });
              setPressed(null);
            }}
          />
          {paper === 'access-status' && (
            <div className={styles.profile}>
              <p className={styles.label}>{words.onDay(dayWords(day ?? today, 'full', today))}</p>
              <div className={styles.day}>
                <DayChoice
                  day={day}
                  onDay={(to) => {
                    kept.set({ day: to });
                    setPressed(null);
                  }}
                />
              </div>
            </div>
          )}
          <div className={styles.profile}>
            <p id="profile" className={styles.label}>
              {words.profile}
            </p>
            <SegmentedControl
              aria-labelledby="profile"
              value={profile}
              onChange={(value) => {
                kept.set({ profile: value === 'outgoing' ? 'outgoing' : 'internal' });
                setPressed(null);
              }}
              data={[
                { value: 'internal', label: words.internal },
                { value: 'outgoing', label: words.outgoing, disabled: paper === 'access-status' },
              ]}
            />
            <p className={styles.note}>{paper === 'access-status' ? words.insideOnly : profile === 'internal' ? words.internalNote : words.outgoingNote}</p>
          </div>
          <Select
            label={profile === 'outgoing' ? words.filing : words.entry}
            description={profile === 'outgoing' ? words.filingHint : words.filingOption}
            placeholder={words.chooseAbout}
            clearable={profile === 'internal'}
            data={filings.map((row) => ({ value: row.number, label: `${row.number}  ${row.title}` }))}
            value={under}
            onChange={(value) => {
              kept.set({ under: value });
              setPressed(null);
            }}
          />
          <Autocomplete
            label={words.recipient}
            description={words.recipientHint}
            data={[...new Set(parties.map((row) => row.title))]}
            limit={50}
            maxLength={200}
            value={typed}
            onChange={(name) => {
              kept.set({ typed: name });
              setPressed(null);
            }}
          />
        </section>
        <section className={parts.section}>
          <h2 className={parts.sectionTitle}>{words.steps.check}</h2>
          {asked === null ? (
            <p className="muted">{words.chooseFirst}</p>
          ) : preflight.failure ? (
            <FailureNote failure={preflight.failure} />
          ) : (
            <Findings findings={preflight.reply?.findings ?? null} />
          )}
        </section>
        <FilingPreview asked={asked} name={name} stale={stale} onLooked={(content) => setLooked({ key, content })} />
        {under !== null && <PaperApproval number={under} profile={profile} />}
        <section className={styles.act}>
          <h2 className={parts.sectionTitle}>{words.steps.freeze(under === null ? 4 : 5)}</h2>
          <p className={styles.note}>
            <Cited text={under === null ? words.freezeNote : words.freezeUnder(under)} /> {settled !== '' && words.freezeFor(settled)}
          </p>
          {work ? (
            <LongWork what={sentTo === 'file' ? words.making(name) : words.printing(name)} now={work.far} share={work.share} left="" onCancel={work.stop} />
          ) : (
            <div className={styles.acts}>
              <Button variant={pressed ? 'default' : 'filled'} disabled={!ready} onClick={() => void press('file')}>
                {pressed ? words.another : words.make}
              </Button>
              <Button disabled={!ready} onClick={() => void press('printer')}>
                {words.print}
              </Button>
            </div>
          )}
          {failure && (failure.code === 'cancelled' ? <p className="muted">{sentTo === 'file' ? words.cancelled : words.notPrinted}</p> : <FailureNote failure={failure} />)}
          {pressed && <Result pressed={pressed} printed={sentTo === 'printer'} />}
        </section>
      </div>
    </>
  );
}

function Result({ pressed, printed }: { pressed: Pressed; printed: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  // Below what is seen it would be told to screen readers only.
  useEffect(() => intoView(box.current), [pressed]);
  return (
    <div className={styles.result} role="status" ref={box}>
      <p className="strong">
        <Mark shape="circleCheck" tone="done" /> {printed ? words.printed(pressed.pages) : pressed.savedAs === null ? words.notSaved : words.saved(pressed.savedAs)}
      </p>
      <Facts
        labelWidth={84}
        facts={[
          [words.file, pressed.file],
          [words.pages, figure(pressed.pages)],
          [words.size, fileSize(pressed.bytes)],
          [
            words.digest,
            <span key="h" className="mono">
              {pressed.sha256}
            </span>,
          ],
          ...(pressed.recipient === null ? [] : [[words.recipient, pressed.recipient] as const]),
          [words.release, <Ref key="r">{pressed.release}</Ref>],
          ...(pressed.number === null ? [] : [[words.entry, <Ref key="n">{pressed.number}</Ref>] as const]),
          ...(pressed.keptAs === null ? [] : [[words.keptAs, <Ref key="k">{pressed.keptAs}</Ref>] as const]),
        ]}
      />
      {pressed.drag !== null && <Carry file={pressed.file} drag={pressed.drag} />}
    </div>
  );
}
