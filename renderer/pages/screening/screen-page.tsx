import { Button, Checkbox, FileButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import * as z from 'zod';
import { rosterColumnNames, rosterColumns, type RosterColumn } from '../../../shared/law/scope/roster-columns.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { useKeptWords } from '../../form/use-kept-words.ts';
import { recordAddress } from '../../screen/route.ts';
import { useToday, useWritable } from '../../screen/screen.ts';
import { Cited } from '../../ui/cited.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { KeptNote } from '../../ui/kept-note.tsx';
import { LongWork } from '../../ui/long-work.tsx';
import parts from '../../ui/page-parts.module.css';
import { Ref } from '../../ui/ref.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { Select } from '../../ui/select.tsx';
import { fileSize } from '../../words/count.ts';
import { dayWords } from '../../words/dates.ts';
import { scope as words } from '../../words/scope.ts';
import { DayChoice } from '../reach/day-choice.tsx';
import { useScreening, type Chosen } from './use-screening.ts';
import styles from './screening.module.css';

/** A roster against an order: choose the file, say what its columns are, run. What is read is not kept. */
export function ScreenPage({ number }: { number: string }) {
  const writable = useWritable();
  const today = useToday();
  const [day, setDay] = useState<string | null>(null);
  const kept = useKeptWords<Keeping>({ dialog: 'keep-roster', about: [number], kind: 'roster', title: words.screenTitle, inPage: true }, keepingShape, notKept, ['why']);
  const keeping = kept.words;
  const keepReady = !keeping.on || (keeping.until !== null && keeping.why.trim() !== '');
  const { chosen, far, failure, choose, drop, read, map, run } = useScreening(number, (screening) => {
    location.hash = recordAddress(screening);
  });
  const order = useAnswer('records.get', { number });
  const title = order.reply?.record.fields['title'];
  return (
    <>
      <div className={parts.head}>
        <h1 className={parts.headTitle}>{words.screenTitle}</h1>
        <p className={parts.headNote}>
          <Ref inText>{number}</Ref> {typeof title === 'string' ? title : ''}
        </p>
      </div>
      <div
        className={parts.scroll}
        tabIndex={0}
        role="region"
        aria-label={words.screenTitle}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes('Files')) return;
          event.preventDefault();
          event.dataTransfer.dropEffect = 'copy';
        }}
        onDrop={(event) => {
          if (event.dataTransfer.files.length === 0) return;
          event.preventDefault();
          if (writable && !far) void drop([...event.dataTransfer.files]);
        }}
      >
        <section className={styles.choose}>
          <p className={styles.note}>{words.chooseNote}</p>
          <p className={styles.note}>
            <Cited text={words.guard} />
          </p>
          <div className={styles.acts}>
            <PageButton variant={chosen ? 'default' : 'filled'} disabled={!writable || far !== null} onClick={() => void choose()}>
              {chosen ? words.other : words.choose}
            </PageButton>
            {failure?.code === 'not-available-here' && (
              <FileButton accept=".csv,.txt,.tsv,text/csv" onChange={(file) => file && void drop([file])}>
                {(props) => <Button {...props}>{words.choose}</Button>}
              </FileButton>
            )}
          </div>
        </section>
        {chosen && <Columns chosen={chosen} onMap={map} onRead={(form) => void read(form)} busy={far !== null} />}
        {failure && (
          <section className={parts.section}>
            <FailureNote failure={failure} />
          </section>
        )}
        {chosen && (
          <section className={styles.act}>
            <div className={styles.acts}>
              <span>{words.onDay(dayWords(day ?? today, 'full', today))}</span>
              <DayChoice day={day} onDay={setDay} />
            </div>
            <KeptNote kept={kept} />
            <KeepRoster keeping={keeping} onKeep={kept.set} busy={far !== null} />
            {far ? (
              <LongWork what={words.running} now={words.rows(far.rows)} share={far.share} left="" onCancel={far.stop} />
            ) : (
              <PageButton
                variant="filled"
                disabled={!writable || chosen.mapping.person_id === undefined || !keepReady}
                onClick={() => void run(day, keepOf(keeping)).then((ran) => (ran ? kept.end() : undefined))}
              >
                {words.run}
              </PageButton>
            )}
            {chosen.mapping.person_id === undefined && <p className="muted">{words.needsId}</p>}
          </section>
        )}
      </div>
    </>
  );
}

interface Keeping {
  readonly on: boolean;
  readonly until: string | null;
  readonly why: string;
}
const keepingShape: z.ZodType<Keeping> = z.object({ on: z.boolean(), until: z.string().nullable(), why: z.string() });
const notKept: Keeping = { on: false, until: null, why: '' };
const keepOf = ({ on, until, why }: Keeping) => (on && until !== null ? { purgeOn: until, why: why.trim() } : undefined);

/** The roster itself is not kept unless somebody says until when and why (domain.md §7 U5). */
function KeepRoster({ keeping, onKeep, busy }: { keeping: Keeping; onKeep: (part: Partial<Keeping>) => void; busy: boolean }) {
  const today = useToday();
  return (
    <div className={styles.keep}>
      <Checkbox label={words.keep} description={words.keepNote} checked={keeping.on} disabled={busy} onChange={({ currentTarget: { checked } }) => onKeep({ on: checked })} />
      {keeping.on && (
        <div className={styles.acts}>
          <span>{keeping.until === null ? words.keepUntil : words.purgedOn(dayWords(keeping.until, 'full', today))}</span>
          <DayChoice day={keeping.until} onDay={(until) => onKeep({ until })} label={words.keepUntil} />
          <TextInput label={words.keepWhy} value={keeping.why} disabled={busy} w={320} onChange={({ currentTarget: { value } }) => onKeep({ why: value })} />
        </div>
      )}
    </div>
  );
}

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
const separators = [',', ';', '\t'] as const;

function Columns({ chosen, onMap, onRead, busy }: { chosen: Chosen; onMap: (mapping: Chosen['mapping']) => void; onRead: (form: Chosen['form']) => void; busy: boolean }) {
  const { look, mapping, form } = chosen;
  const set = (column: RosterColumn, header: string | null): void => {
    const { [column]: _before, ...rest } = mapping;
    onMap(header === null || header === '' ? rest : { ...rest, [column]: header });
  };
  return (
    <>
      <section className={parts.section}>
        <h2 className={parts.sectionTitle}>
          {look.name} <span className="muted">{fileSize(look.bytes)}</span>
        </h2>
        <p className="muted">
          {words.columnsNote} {look.savedFrom !== null && <Cited text={words.saved(look.savedFrom)} />}
        </p>
      </section>
      <div className={styles.form}>
        {rosterColumnNames.map((column) => (
          <Select
            key={column}
            label={column}
            description={rosterColumns[column]}
            disabled={busy}
            data={[{ value: '', label: words.notMapped }, ...[...new Set(look.head)].filter((name) => name !== '').map((name) => ({ value: name, label: name }))]}
            value={mapping[column] ?? ''}
            onChange={(value) => set(column, value)}
          />
        ))}
        <Select
          label={words.encoding}
          disabled={busy}
          data={encodings.map((value) => ({ value, label: value }))}
          value={look.encoding}
          onChange={(value) => {
            const encoding = encodings.find((one) => one === value);
            onRead({ ...form, ...(encoding && { encoding }) });
          }}
        />
        <Select
          label={words.separator}
          disabled={busy}
          data={separators.map((value) => ({ value, label: words.separators[value] }))}
          value={look.delimiter}
          onChange={(value) => {
            const delimiter = separators.find((one) => one === value);
            onRead({ ...form, ...(delimiter && { delimiter }) });
          }}
        />
      </div>
      <div className={styles.sample} tabIndex={0} role="region" aria-label={words.firstRows}>
        <table>
          <caption className="hidden">{words.firstRows}</caption>
          <thead>
            <tr>
              {look.head.map((name, i) => (
                <th key={i} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {look.sample.map((row, i) => (
              <tr key={i}>
                {row.map((cell, at) => (
                  <td key={at}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
