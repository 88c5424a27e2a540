import { Button, Kbd, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Whole } from '../../answers/use-records.ts';
import { useKeysOf } from '../../keys/bound.ts';
import { changesOf, type RecordAct } from '../../menu/acts-of-record.ts';
import { useOffers } from '../../screen/offers.ts';
import { useScreen, useToday, useWritable } from '../../screen/screen.ts';
import { State } from '../../ui/state.tsx';
import { records } from '../../words/records.ts';

/** What can be done with any record: edit it, change its state by an allowed move, remove it; the search window, the keys and the menu of its head have the same. Absent where nothing may be changed. */
export function RecordActs({ whole }: { whole: Whole }) {
  const writable = useWritable();
  const today = useToday();
  const acts = useMemo(() => changesOf(whole, writable, today), [whole, writable, today]);
  useOffers(acts);
  if (acts.length === 0) return null;
  const moves = acts.filter((act) => act.part === 'state');
  const item = (act: RecordAct) => (
    <Menu.Item key={act.id} onClick={act.ask ?? act.act}>
      {act.look ? <State look={act.look} /> : act.name}
    </Menu.Item>
  );
  return (
    <>
      <Button onClick={acts.find((act) => act.id === 'edit')?.act}>{records.edit}</Button>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <Button rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}>{records.changeState}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {moves.map(item)}
          {moves.length > 0 && <Menu.Divider role="separator" />}
          {acts.filter((act) => act.part === 'away').map(item)}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

/** The change of state that the record waits for, in one press or by its letter; the note that follows takes it back. */
export function NextAct({ whole }: { whole: Whole }) {
  const writable = useWritable();
  const today = useToday();
  const singleKeys = useScreen((now) => now.settings.singleKeys);
  const keysOf = useKeysOf();
  const next = useMemo(() => changesOf(whole, writable, today).find((act) => act.id === 'next'), [whole, writable, today]);
  if (next === undefined) return null;
  return (
    <Button variant="filled" aria-keyshortcuts={singleKeys ? keysOf('next') : undefined} rightSection={singleKeys && <Kbd aria-hidden>{keysOf('next')}</Kbd>} onClick={next.act}>
      {next.name}
    </Button>
  );
}
