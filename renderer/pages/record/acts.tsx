import { Button, Kbd, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { kindNamed } from '../../../shared/records/kinds.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { isSealedFrom } from '../../../shared/records/sealed.ts';
import { change } from '../../answers/change.ts';
import type { Whole } from '../../answers/use-records.ts';
import { useGoOn } from '../../form/go-on.ts';
import { onlyReason, useKeptWords } from '../../form/use-kept-words.ts';
import { useOffers } from '../../screen/offers.ts';
import { go } from '../../screen/route.ts';
import { useScreen, useToday, useWritable } from '../../screen/screen.ts';
import { useLetter } from '../../screen/use-letter.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { State, stateLook } from '../../ui/state.tsx';
import { erasure } from '../../words/erasure.ts';
import { records } from '../../words/records.ts';
import { close } from './closing.ts';
import { nextMove } from './next-move.ts';

type Asking = { readonly act: 'move'; readonly to: string } | { readonly act: 'remove' } | null;

/** Kinds that say what was done or hold the rest together: never closed (main/records/reach.ts). */
const standing: ReadonlySet<string> = new Set(['release', 'approval', 'case', 'legal_hold']);

const none: readonly string[] = [];

/** Names under which the words of the dialogs here are kept; the state that is asked for comes after the first. */
const moving = 'move-to-';
const removing = 'remove';

/** What can be done with any record: edit it, change its state by an allowed move, remove it. Absent where nothing may be changed. */
export function RecordActs({ record }: { record: AnyRecord }) {
  const writable = useWritable();
  const [asking, setAsking] = useState<Asking>(null);
  const kind = kindNamed(record.kind);
  const changeable = writable && kind !== undefined && !record.removed && !isSealedFrom(record);
  const moves = (changeable && kind.moves[record.state]) || none;
  useGoOn((dialog, [about]) => {
    if (!changeable || about !== record.number) return false;
    const to = dialog.startsWith(moving) ? dialog.slice(moving.length) : '';
    if (dialog === removing) setAsking({ act: 'remove' });
    else if (moves.includes(to)) setAsking({ act: 'move', to });
    else if (dialog === 'sequester' || dialog === 'erase') close(record.number, dialog);
    else return false;
    return true;
  });
  // By name from the search window a state is changed at once, with the note that undoes it; the menu asks for the reason first.
  const { id, kind: name } = record;
  useOffers(
    useMemo(
      () =>
        moves.map((to) => {
          const { word } = stateLook(name, to);
          return { id: `move-${to}`, name: records.moveTo(word), act: () => void change('records.move', { id, to }, (number) => records.moved(number, word)) };
        }),
      [moves, id, name],
    ),
  );
  if (!changeable) return null;
  return (
    <>
      <Button onClick={() => go({ page: 'edit', number: record.number })}>{records.edit}</Button>
      <Menu position="bottom-end" transitionProps={{ duration: 0 }} width={240}>
        <Menu.Target>
          <Button rightSection={<IconChevronDown size={14} stroke={1.5} />}>{records.changeState}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {moves.map((to) => (
            <Menu.Item key={to} onClick={() => setAsking({ act: 'move', to })}>
              <State look={stateLook(record.kind, to)} />
            </Menu.Item>
          ))}
          {moves.length > 0 && <Menu.Divider role="separator" />}
          <Menu.Item onClick={() => setAsking({ act: 'remove' })}>{records.remove}…</Menu.Item>
          {!standing.has(record.kind) && (
            <>
              <Menu.Item onClick={() => close(record.number, 'sequester')}>{erasure.sequester}</Menu.Item>
              <Menu.Item onClick={() => close(record.number, 'erase')}>{erasure.erase}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {asking && <WhyDialog record={record} asking={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

/** The change of state that the record waits for, in one press or by W, which is the second of no two letters; the note that follows takes it back. */
export function NextAct({ whole: { record, linkedFrom } }: { whole: Whole }) {
  const writable = useWritable();
  const today = useToday();
  const singleKeys = useScreen((now) => now.settings.singleKeys);
  const ordered = linkedFrom.some((link) => link.kind === 'order' && link.role === 'covers');
  const found = writable && !record.removed && !isSealedFrom(record) ? nextMove(record, today, ordered) : null;
  const next = found !== null && kindNamed(record.kind)?.moves[record.state]?.includes(found.to) ? found : null;
  const act = (): void => {
    if (next !== null) void change('records.move', { id: record.id, to: next.to }, (number) => records.moved(number, stateLook(record.kind, next.to).word));
  };
  useLetter('w', singleKeys && next !== null ? act : null);
  if (next === null) return null;
  return (
    <Button variant="filled" aria-keyshortcuts={singleKeys ? 'W' : undefined} rightSection={singleKeys && <Kbd aria-hidden>W</Kbd>} onClick={act}>
      {next.act}
    </Button>
  );
}

/** Asks why before a record changes its state or leaves the lists. The history keeps the answer. */
function WhyDialog({ record, asking, onClose }: { record: AnyRecord; asking: NonNullable<Asking>; onClose: () => void }) {
  const word = asking.act === 'move' ? stateLook(record.kind, asking.to).word : records.remove;
  const remove = asking.act === 'remove';
  const title = remove ? records.removeTitle(record.number) : records.moveTitle(record.number, word);
  const kept = useKeptWords({ dialog: asking.act === 'move' ? `${moving}${asking.to}` : removing, about: [record.number], title }, ...onlyReason);
  const act = async (why: string): Promise<boolean> => {
    onClose();
    if (asking.act === 'move')
      return (await change('records.move', { id: record.id, to: asking.to, ...(why !== '' && { reason: why }) }, (number) => records.moved(number, word))) !== null;
    const removed = (await change('records.remove', { id: record.id, reason: why }, records.removed)) !== null;
    if (removed) go({ page: 'docket' });
    return removed;
  };
  return (
    <ReasonDialog
      title={title}
      kept={kept}
      reason={remove ? 'needed' : 'taken'}
      {...(remove && { hint: records.removeHint })}
      does={remove ? records.remove : records.changeState}
      leaves={records.keep}
      onAct={act}
      onClose={onClose}
    />
  );
}
