import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { SlimRow } from '../../shared/contract/contract.ts';
import { vault } from '../bridge.ts';
import { useAnswer } from '../answers/use-answer.ts';
import { kindLabel } from '../answers/use-records.ts';
import { usePastWords } from '../frame/use-past-ready.ts';
import { useChangedKeys, useKeysOf } from '../keys/bound.ts';
import { ReadDays, withDay } from '../pages/search/read-days.tsx';
import { Found, Segments } from '../pages/search/segments.tsx';
import { useAboutNow, useOffered } from '../screen/offers.ts';
import { recordAddress } from '../screen/route.ts';
import { setScreen, useScreen, useWritable } from '../screen/screen.ts';
import { stateLook } from '../ui/state.tsx';
import { search } from '../words/search.ts';
import { shell } from '../words/shell.ts';
import { small } from '../words/count.ts';
import { useOpenCases } from '../working-set/use-rows.ts';
import { shownActs } from './command-groups.ts';
import { commands, type Command } from './commands.ts';
import type { Fit } from './fuzzy.ts';
import { noteUsed, readKeptCommands, togglePin, useKeptCommands } from './kept-commands.ts';
import { Palette, type ChoiceGroup } from './palette.tsx';

const openRecord = (number: string) => (): void => {
  location.hash = recordAddress(number);
};
/** The texts of files. */
const texts: string[] = ['evidence_text'];

/** Words were found in the text of an exhibit: what is opened is the exhibit, at its text. */
async function openExhibit(number: string): Promise<void> {
  const answer = await vault.ask('records.get', { number });
  const item = answer.ok ? answer.reply.links.find((link) => link.kind === 'evidence_item') : undefined;
  location.hash = item ? recordAddress(item.number, 'text') : recordAddress(number);
}

/** Questions to the vault follow one another no faster than this while one types. */
const askEveryMs = 60;
/** After this long without a key the texts of files are looked through as well: they are never what a letter waits for. */
const pauseMs = 150;
const shownOpened = 6;

/** Ctrl K: what this page offers, what one pinned, opened and did last, records, words inside documents, every other command. Opens on what was opened and what changed last. */
export function CommandPalette() {
  const opened = useScreen((now) => now.palette);
  const writable = useWritable();
  const asOf = useScreen((now) => now.asOf);
  const caseId = useScreen((now) => now.caseId);
  const host = useScreen((now) => now.session?.host ?? null);
  const { rows: cases } = useOpenCases();
  const acts = useOffered();
  const kept = useKeptCommands();
  const [query, setQuery] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => void readKeptCommands(), []);
  const askedAt = useRef(-askEveryMs);
  const [paused, setPaused] = useState('');
  const ask = (text: string): void => {
    askedAt.current = performance.now();
    setAsked(text.trim());
  };
  const untilAsked = (): number => askedAt.current + askEveryMs - performance.now();
  // With the letter itself where nothing was asked just before: what it finds is drawn a whole drawing earlier.
  const type = (text: string): void => {
    setQuery(text);
    if (untilAsked() <= 0) ask(text);
  };
  useEffect(() => {
    const soon = asked === query.trim() ? undefined : setTimeout(() => ask(query), Math.max(0, untilAsked()));
    const later = setTimeout(() => setPaused(query.trim()), pauseMs);
    return () => {
      clearTimeout(soon);
      clearTimeout(later);
    };
  }, [query]);
  useEffect(() => {
    if (!opened) setQuery('');
  }, [opened]);
  const found = useAnswer('records.search', opened && asked !== '' ? { text: asked, titlesFirst: true, limit: 12 } : null);
  const inTexts = useAnswer('records.search', opened && asked !== '' && asked === paused ? { text: asked, kinds: texts, limit: 8 } : null);
  const searching = opened && asked !== '';
  usePastWords(searching ? asOf : null, () => setQuery(''));
  const recent = useAnswer('records.list', opened && asked === '' ? { sort: 'changed', limit: 7 } : null);
  const here = useAboutNow()?.number;
  const lastOpened = kept.opened.filter((number) => number !== here).slice(0, shownOpened);
  const openedRows = useAnswer('records.rows', opened && asked === '' && lastOpened.length > 0 ? { numbers: lastOpened } : null);

  const changed = useChangedKeys();
  const boundTo = useKeysOf();
  const groups = useMemo<readonly ChoiceGroup[]>(() => {
    if (!opened) return [];
    const ofPage = [...acts.values()].flat();
    const shown = shownActs(query, ofPage, commands({ writable, past: asOf !== null, host, cases, caseId }), kept);
    const onPage = new Set(ofPage.map((act) => act.id));
    const pins = new Set(kept.pinned);
    const keysOf = ({ key, keys = key && boundTo(key) }: Command) => (keys === undefined ? {} : { keys });
    const choice = ({ act, marks }: Fit<Command>) => ({
      id: act.id,
      name: <Marked text={act.name} marks={marks} />,
      // Under a heading that says so it is not said again.
      ...(query.trim() !== '' && onPage.has(act.id) && { note: search.here }),
      pinned: pins.has(act.id),
      act: () => {
        noteUsed(act.id);
        act.act();
      },
      ...keysOf(act),
    });
    const nothingTyped = query.trim() === '';
    const isText = ({ kind }: { readonly kind: string }): boolean => texts.includes(kind);
    const inside = asked === '' ? [] : (inTexts.reply?.hits ?? []).filter((hit) => isText(hit.row));
    const plain = asked === '' ? [] : (found.reply?.hits ?? []).filter((hit) => !isText(hit.row));
    const byNumber = new Map((openedRows.reply?.rows ?? []).map((row) => [row.number, row]));
    const last = asked === '' ? lastOpened.flatMap((number) => byNumber.get(number) ?? []) : [];
    const rows = asked === '' ? (recent.reply?.rows ?? []).filter((row) => !isText(row) && !last.some(({ id }) => id === row.id)) : [];
    const record = (row: SlimRow, name: ReactNode) => ({
      id: row.id,
      number: row.number,
      name,
      note: `${small(kindLabel(row.kind))}, ${small(stateLook(row.kind, row.state).word)}`,
      act: openRecord(row.number),
    });
    const all: ChoiceGroup[] = [
      { title: search.onPage, choices: shown.page.map(choice) },
      { title: search.pins, choices: shown.pinned.map(choice) },
      { title: search.opened, choices: last.map((row) => record(row, row.title)) },
      { title: search.used, choices: shown.used.map(choice) },
      { title: search.named, choices: nothingTyped ? [] : shown.best.map(choice) },
      {
        title: asked === '' ? search.recents : search.records,
        choices: [...rows.map((row) => record(row, row.title)), ...plain.map(({ row }) => record(row, <Found text={row.title} query={query} />))],
      },
      {
        title: search.documents,
        choices: inside.map(({ row, snippet }) => ({
          id: row.id,
          number: row.number,
          quoted: true,
          name: <Segments segments={snippet} />,
          act: () => void openExhibit(row.number),
        })),
      },
      { title: search.commands, choices: (nothingTyped ? shown.best : shown.guessed).map(choice) },
    ];
    return all.filter((group) => group.choices.length > 0);
  }, [opened, query, asked, found.reply, inTexts.reply, recent.reply, openedRows.reply, here, writable, asOf, acts, changed, kept, host, cases, caseId]);

  const count = groups.reduce((sum, group) => sum + group.choices.length, 0);
  return (
    <Palette
      opened={opened}
      onClose={() => setScreen({ palette: false })}
      query={query}
      onQuery={type}
      groups={groups}
      busy={searching && (asked !== query.trim() || found.loading)}
      total={asOf !== null && searching && found.reply === null ? shell.past.indexing : search.count(count, found.reply?.more === true && asked !== '')}
      note={asked !== '' && found.reply ? <ReadDays days={found.reply.days} onMeant={(day, meant) => setQuery(withDay(query, day, meant))} /> : undefined}
      onPin={togglePin}
    />
  );
}

/** A name with the letters that were meant set apart. */
function Marked({ text, marks }: { text: string; marks: readonly number[] }) {
  const marked = new Set(marks);
  const parts: { text: string; hit: boolean }[] = [];
  for (let at = 0; at < text.length; at++) {
    const [hit, last] = [marked.has(at), parts.at(-1)];
    if (last?.hit === hit) last.text += text.charAt(at);
    else parts.push({ text: text.charAt(at), hit });
  }
  return <Segments segments={parts} />;
}
