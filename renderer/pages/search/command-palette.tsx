import { useEffect, useMemo, useState } from 'react';
import { vault } from '../../bridge.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { useChangedKeys, useKeysOf } from '../../keys/bound.ts';
import { usePastWords } from '../../frame/use-past-ready.ts';
import { useOffered } from '../../screen/offers.ts';
import { recordAddress } from '../../screen/route.ts';
import { setScreen, useScreen, useWritable } from '../../screen/screen.ts';
import { bestFits, fit } from '../../ui/fits.ts';
import { Palette, type ChoiceGroup } from '../../ui/palette.tsx';
import { stateLook } from '../../ui/state.tsx';
import { search } from '../../words/search.ts';
import { shell } from '../../words/shell.ts';
import { small } from '../../words/count.ts';
import { kindLabel } from '../../answers/use-records.ts';
import { commands, type Command } from './commands.ts';
import { Found, Segments } from './segments.tsx';

const openRecord = (number: string) => (): void => {
  location.hash = recordAddress(number);
};

const nameOf = (command: Command): string => command.name;

/** Words were found in the text of an exhibit: what is opened is the exhibit, at its text. */
async function openExhibit(number: string): Promise<void> {
  const answer = await vault.ask('records.get', { number });
  const item = answer.ok ? answer.reply.links.find((link) => link.kind === 'evidence_item') : undefined;
  location.hash = item ? recordAddress(item.number, 'text') : recordAddress(number);
}

/** Ctrl K: what this page offers, records, words inside documents, commands. Opens on what changed last. */
export function CommandPalette() {
  const opened = useScreen((now) => now.palette);
  const writable = useWritable();
  const asOf = useScreen((now) => now.asOf);
  const acts = useOffered();
  const [query, setQuery] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const soon = setTimeout(() => setAsked(query.trim()), 60);
    return () => clearTimeout(soon);
  }, [query]);
  useEffect(() => {
    if (!opened) setQuery('');
  }, [opened]);
  const found = useAnswer('records.search', opened && asked !== '' ? { text: asked, limit: 20 } : null);
  const searching = opened && asked !== '';
  usePastWords(searching ? asOf : null, () => setQuery(''));
  const recent = useAnswer('records.list', opened && asked === '' ? { sort: 'changed', limit: 7 } : null);

  const changed = useChangedKeys();
  const boundTo = useKeysOf();
  const groups = useMemo<readonly ChoiceGroup[]>(() => {
    const offered = [...acts.values()].flat();
    const ofPage = bestFits(offered, query, nameOf);
    const general = bestFits(commands(writable, asOf !== null), query, nameOf);
    // What was begun to be named goes before what was found, and nothing that is found later pushes it away.
    const named = (command: Command): boolean => query.trim() !== '' && (fit(command.name, query) ?? 3) < 2;
    const keysOf = ({ key, keys = key && boundTo(key) }: Command) => (keys === undefined ? {} : { keys });
    const choice = (command: Command) => ({ id: command.id, name: <Found text={command.name} query={query} />, act: command.act, ...keysOf(command) });
    const hits = asked === '' ? [] : (found.reply?.hits ?? []);
    const inside = hits.filter((hit) => hit.row.kind === 'evidence_text');
    const plain = hits.filter((hit) => hit.row.kind !== 'evidence_text');
    const rows = asked === '' ? (recent.reply?.rows ?? []).filter((row) => row.kind !== 'evidence_text') : [];
    const all: ChoiceGroup[] = [
      {
        title: search.onPage,
        choices: (query.trim() === '' ? ofPage.filter((act) => act.keys !== undefined || act.key !== undefined || offered.length < 12) : ofPage).slice(0, 12).map(choice),
      },
      { title: search.named, choices: general.filter(named).map(choice) },
      {
        title: asked === '' ? search.recents : search.records,
        choices: [
          ...rows.map((row) => ({
            id: row.id,
            number: row.number,
            name: row.title,
            note: `${small(kindLabel(row.kind))}, ${small(stateLook(row.kind, row.state).word)}`,
            act: openRecord(row.number),
          })),
          ...plain.map(({ row }) => ({
            id: row.id,
            number: row.number,
            name: <Found text={row.title} query={query} />,
            note: `${small(kindLabel(row.kind))}, ${small(stateLook(row.kind, row.state).word)}`,
            act: openRecord(row.number),
          })),
        ],
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
      {
        title: search.commands,
        choices: general
          .filter((command) => !named(command))
          .slice(0, query.trim() === '' ? 8 : 12)
          .map(choice),
      },
    ];
    return all.filter((group) => group.choices.length > 0);
  }, [query, asked, found.reply, recent.reply, writable, asOf, acts, changed]);

  const count = groups.reduce((sum, group) => sum + group.choices.length, 0);
  return (
    <Palette
      opened={opened}
      onClose={() => setScreen({ palette: false })}
      query={query}
      onQuery={setQuery}
      groups={groups}
      total={asOf !== null && searching && found.reply === null ? shell.past.indexing : search.count(count, found.reply?.more === true && asked !== '')}
    />
  );
}
