import { type ReactNode, useEffect, useMemo } from 'react';
import { kindNamed } from '../../../shared/records/kinds.ts';
import { isSealedFrom } from '../../../shared/records/sealed.ts';
import type { Whole } from '../../answers/use-records.ts';
import { atFirst } from '../../form/sections.ts';
import { useAbout, useOffers, type About } from '../../screen/offers.ts';
import { noteOpened } from '../../palette/kept-commands.ts';
import { replace } from '../../screen/route.ts';
import { NotThere } from '../../ui/not-there.tsx';
import { RecordPage } from '../../ui/record-page.tsx';
import { RecordTabs } from '../../ui/record-tabs.tsx';
import { State, stateLook, type Look } from '../../ui/state.tsx';
import { Mark } from '../../ui/mark.tsx';
import { records } from '../../words/records.ts';
import { HistoryList } from '../history/history-list.tsx';
import { NextAct, RecordActs } from './acts.tsx';
import { RemovedActs } from './removed-acts.tsx';
import { RecordApprovals } from './approvals.tsx';
import { LinkedList } from './linked-list.tsx';
import { RecordFacts } from './record-facts.tsx';
import styles from './record-shell.module.css';

export interface Tab {
  readonly key: string;
  readonly name: string;
  readonly count?: number;
  readonly body: ReactNode;
}
export interface RecordShellProps {
  readonly whole: Whole;
  readonly tab: string | null;
  /** The tabs of this kind, the first one first shown; "Linked records" and "History" follow them. */
  readonly tabs: readonly Tab[];
  readonly line?: readonly ReactNode[];
  readonly look?: Look;
  readonly side?: ReactNode;
  readonly sideName?: string;
  readonly sideWidth?: number;
  readonly actions?: ReactNode;
  readonly over?: ReactNode;
}

/** What a record is about: the records in its main facts. */
function mainLinks({ record, links }: Whole): readonly About[] {
  const roles = Object.values(kindNamed(record.kind)?.fields ?? {}).flatMap((field) => (atFirst(field) && field.role !== undefined ? [field.role] : []));
  return links.filter(({ role }) => roles.includes(role)).map(({ kind, id, number }) => ({ kind, id, number }));
}

/** The page of any record: the same three lines of head, its tabs, its facts. Every kind's own page fills it. */
export function RecordShell({ whole, tab, tabs, line = [], look, side, sideName, sideWidth, actions, over }: RecordShellProps) {
  const { record } = whole;
  const kind = kindNamed(record.kind);
  const all: readonly Tab[] = [
    ...tabs,
    { key: 'links', name: records.linksTab, count: whole.links.length + whole.linkedFrom.length, body: <LinkedList whole={whole} /> },
    { key: 'history', name: records.historyTab, body: <HistoryList number={record.number} /> },
  ];
  const shown = all.find((one) => one.key === tab) ?? all[0];
  const open = (key: string): void => replace({ page: 'record', number: record.number, tab: key === all[0]?.key ? null : key });
  useAbout(record, mainLinks(whole));
  useEffect(() => noteOpened(record.number), [record.number]);
  const names = all.map(({ key, name }) => [key, name] as const);
  const spelled = JSON.stringify(names);
  // Listed anew only when the tabs are others.
  useOffers(useMemo(() => names.map(([key, name], i) => ({ id: `tab-${key}`, name, keys: String(i + 1), act: () => open(key) })), [spelled, record.number]));
  if (!kind) return <NotThere />;
  return (
    <RecordPage
      number={record.number}
      // Proof of the cast: the vault parsed these fields by this kind's schema.
      title={isSealedFrom(record) ? records.sealedTitle : kind.title(record.fields)}
      state={<State look={look ?? stateLook(record.kind, record.state)} />}
      line={line}
      side={
        <>
          {side}
          <RecordApprovals whole={whole} />
          <RecordFacts whole={whole} />
        </>
      }
      {...(sideName !== undefined && { sideName })}
      {...(sideWidth !== undefined && { sideWidth })}
      actions={
        <>
          <RecordActs whole={whole} />
          {record.removed && <RemovedActs record={record} />}
          {actions}
          <NextAct whole={whole} />
        </>
      }
      tabs={<RecordTabs label={records.parts(kind.label)} value={shown?.key ?? ''} tabs={all.map((one) => [one.key, one.name, one.count] as const)} onChange={open} />}
    >
      {record.removed && (
        <p className={styles.removed}>
          <Mark shape="stop" tone="late" /> {records.removedNote(record.removed.reason)}
        </p>
      )}
      {over}
      {shown?.body}
    </RecordPage>
  );
}
