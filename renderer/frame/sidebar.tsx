import { Menu, UnstyledButton } from '@mantine/core';
import {
  IconBriefcase,
  IconCalendarDue,
  IconChevronDown,
  IconCube,
  IconFileCertificate,
  IconFileText,
  IconFiles,
  IconGavel,
  IconHelp,
  IconHistory,
  IconListCheck,
  IconListDetails,
  IconLock,
  IconMessageQuestion,
  IconMessages,
  IconNote,
  IconPencil,
  IconScale,
  IconTable,
  IconTimeline,
  IconSettings,
  IconShieldCheck,
  IconTrash,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { memo, useMemo } from 'react';
import type { SlimRow } from '../../shared/contract/slim-row.ts';
import { useUnfinished } from '../form/unfinished.ts';
import { addressOf, recordAddress } from '../screen/route.ts';
import { setScreen, useScreen } from '../screen/screen.ts';
import { useLooking } from '../screen/use-looking.ts';
import { Gradually } from '../ui/gradually.tsx';
import { Mark } from '../ui/mark.tsx';
import { stateLook } from '../ui/state.tsx';
import { helpWords } from '../words/help.ts';
import { removed } from '../words/removed.ts';
import { rooms, shell, type Room } from '../words/shell.ts';
import { unfinished } from '../words/unfinished.ts';
import { useOpenCases, useOpenRows } from '../working-set/use-rows.ts';
import { waiting } from './waiting.ts';
import styles from './sidebar.module.css';

const icons: Readonly<Record<Room, Icon>> = {
  docket: IconListDetails,
  deadline: IconCalendarDue,
  restricted_model: IconCube,
  order: IconFileText,
  reach: IconShieldCheck,
  requests: IconMessageQuestion,
  evidence: IconFiles,
  remediation_plan: IconListCheck,
  assertion: IconScale,
  analysis: IconTable,
  party: IconUsers,
  chronology_event: IconTimeline,
  communication: IconMessages,
  legal_hold: IconLock,
  decision: IconGavel,
  note: IconNote,
  filings: IconFileCertificate,
  history: IconHistory,
};
const modelKind = ['restricted_model'] as const;
// Proof of the cast: the keys of this very record.
const all = Object.keys(rooms) as Room[];

/** Where a room's link leads. */
export function roomAddress(room: Room): string {
  switch (room) {
    case 'analysis':
      return addressOf({ page: 'analysis', view: null });
    case 'docket':
    case 'requests':
    case 'evidence':
    case 'filings':
    case 'history':
    case 'reach':
      return addressOf({ page: room });
    default:
      return addressOf({ page: 'list', kind: room });
  }
}

/** Rooms, then the restricted models with the state of access to each: the two ways a lawyer starts looking for something. */
export function Sidebar({ room }: { room: string }) {
  const past = useScreen((now) => now.asOf) !== null;
  const caseId = useScreen((now) => now.caseId);
  const { rows } = useOpenRows();
  const mine = useMemo(() => rows.filter((row) => caseId === null || row.caseId === caseId || row.id === caseId), [rows, caseId]);
  const looking = useLooking(mine);
  const counts = useMemo(() => (past ? {} : waiting(mine, looking)), [mine, looking, past]);
  const { rows: cases } = useOpenCases();
  const { rows: everyModel } = useOpenRows(modelKind);
  const models = useMemo(() => everyModel.filter((row) => caseId === null || row.caseId === caseId).sort((a, b) => (a.title < b.title ? -1 : 1)), [everyModel, caseId]);
  return (
    <nav className={styles.side} aria-label={shell.rooms} tabIndex={-1} data-tour="rooms">
      <Menu position="bottom-start" width={260}>
        <Menu.Target>
          <UnstyledButton className={styles.case} title={shell.chooseCase}>
            <IconBriefcase size={16} stroke={1.5} aria-hidden />
            <span className={styles.caseName}>{cases.find((one) => one.id === caseId)?.title ?? shell.allCases}</span>
            <IconChevronDown size={14} stroke={1.5} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setScreen({ caseId: null })}>{shell.allCases}</Menu.Item>
          {cases.map((one) => (
            <Menu.Item key={one.id} onClick={() => setScreen({ caseId: one.id })}>
              {one.title}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ul className={styles.list}>
        {all.map((key) => {
          const RoomIcon = icons[key];
          const count = counts[key] ?? 0;
          return (
            <li key={key}>
              <a className={styles.item} href={roomAddress(key)} aria-current={key === room ? 'page' : undefined}>
                <RoomIcon size={16} stroke={1.5} aria-hidden />
                {/* Not on the link: there a reader says it after the name of the link, which it is. */}
                <span title={rooms[key]}>{rooms[key]}</span>
                {count > 0 && (
                  <span className={styles.count}>
                    <span aria-hidden title={shell.waits(count)}>
                      {count}
                    </span>
                    <span className="hidden"> {shell.waits(count)}</span>
                  </span>
                )}
              </a>
            </li>
          );
        })}
      </ul>
      {models.length > 0 && <h2 className={styles.heading}>{shell.models}</h2>}
      <Models models={models} />
      <UnfinishedLink here={room === 'unfinished'} />
      <a className={`${styles.item} ${styles.unfinished}`} title={removed.title} href={addressOf({ page: 'removed' })} aria-current={room === 'removed' ? 'page' : undefined}>
        <IconTrash size={16} stroke={1.5} aria-hidden />
        <span>{removed.title}</span>
      </a>
      <a className={`${styles.item} ${styles.last}`} href={addressOf({ page: 'settings' })} aria-current={room === 'settings' ? 'page' : undefined}>
        <IconSettings size={16} stroke={1.5} aria-hidden />
        <span>{shell.settings}</span>
      </a>
      <a className={`${styles.item} ${styles.help}`} title={helpWords.title} href={addressOf({ page: 'help', topic: null })} aria-current={room === 'help' ? 'page' : undefined}>
        <IconHelp size={16} stroke={1.5} aria-hidden />
        <span>{helpWords.title}</span>
      </a>
    </nav>
  );
}

/** The way to what was begun and is not recorded; there only where there is some. */
function UnfinishedLink({ here }: { here: boolean }) {
  const count = useUnfinished(({ all }) => all.length);
  if (count === 0 && !here) return null;
  return (
    <a className={`${styles.item} ${styles.unfinished}`} title={unfinished.title} href={addressOf({ page: 'unfinished' })} aria-current={here ? 'page' : undefined}>
      <IconPencil size={16} stroke={1.5} aria-hidden />
      <span>{unfinished.title}</span>
      {count > 0 && (
        <span className={styles.count} title={unfinished.count(count)}>
          <span aria-hidden>{count}</span>
          <span className="hidden"> {unfinished.count(count)}</span>
        </span>
      )}
    </a>
  );
}

/** Drawn again only when one of them changes: a vault of many cases has hundreds, and every change of any record draws the sidebar. */
const Models = memo(function Models({ models }: { models: readonly SlimRow[] }) {
  return (
    <ul className={`${styles.list} ${styles.models}`}>
      <Gradually of={models}>
        {(model) => {
          const look = stateLook(model.kind, model.state);
          return (
            <li key={model.id}>
              <a className={styles.item} title={`${model.title}: ${look.word}`} href={recordAddress(model.number)}>
                <span className={styles.glyph}>
                  <Mark shape={look.shape} tone={look.tone} />
                </span>
                <span className={styles.modelName}>{model.title}</span>
                <span className={styles.count}>{look.word}</span>
              </a>
            </li>
          );
        }}
      </Gradually>
    </ul>
  );
});
