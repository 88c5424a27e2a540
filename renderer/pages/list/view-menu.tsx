import { Button, Checkbox, CloseButton, Popover, TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { KindDefinition } from '../../../shared/records/kind.ts';
import { list as words } from '../../words/list.ts';
import { Select } from '../../ui/select.tsx';
import { PageButton, usePageActs } from '../../ui/page-button.tsx';
import { offered } from './columns.tsx';
import { groupings } from './groups.ts';
import { plainView, type Views } from './use-views.ts';
import styles from './list.module.css';

/** How the list is looked at: a saved view, the states that are shown, the columns; and the way to keep it under a name. */
export function ViewMenu({ kind, view, change, saved, choose, saveAs, forget, long }: { kind: KindDefinition; long: boolean } & Views) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  usePageActs(saved.filter((one) => one.name !== view.name).map((one) => ({ name: words.viewOf(one.name), act: () => choose(one) })));
  const states = Object.entries(kind.states);
  const keep = (): void => {
    if (name.trim() === '') return setMissing(true);
    saveAs(name.trim());
    setName('');
    setMissing(false);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={560} transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <PageButton onClick={() => setOpen(!open)} rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}>
          {view.name === '' ? words.view : words.viewOf(view.name)}
        </PageButton>
      </Popover.Target>
      <Popover.Dropdown className={styles.menu} aria-label={words.view}>
        <section aria-label={words.views}>
          <h2>{words.views}</h2>
          <ul>
            <li>
              <UnstyledButton className={styles.saved} aria-current={view.name === ''} onClick={() => choose(plainView(kind))} data-autofocus>
                {words.standard}
              </UnstyledButton>
            </li>
            {saved.map((one) => (
              <li key={one.name}>
                <UnstyledButton className={styles.saved} aria-current={view.name === one.name} onClick={() => choose(one)}>
                  {one.name}
                </UnstyledButton>
                <CloseButton size={24} aria-label={words.forget(one.name)} onClick={() => forget(one.name)} />
              </li>
            ))}
          </ul>
          <form
            className={styles.keep}
            onSubmit={(event) => {
              event.preventDefault();
              keep();
            }}
          >
            <TextInput
              label={words.saveAs}
              description={words.saveAsHint}
              error={missing ? words.nameNeeded : undefined}
              value={name}
              maxLength={100}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit">{words.save}</Button>
          </form>
        </section>
        <section aria-label={words.groupBy}>
          <Select
            label={words.groupBy}
            description={long ? words.groupLong : undefined}
            disabled={long}
            data={[{ value: '', label: words.noGroup }, ...groupings(kind).map(([value, label]) => ({ value, label }))]}
            value={view.group ?? ''}
            comboboxProps={{ withinPortal: false }}
            onChange={(value) => change({ group: value === null || value === '' ? undefined : value })}
          />
        </section>
        <fieldset>
          <legend>{words.states}</legend>
          {states.map(([state, { label }]) => (
            <Checkbox
              key={state}
              label={label}
              checked={view.states.includes(state)}
              onChange={(event) => change({ states: event.currentTarget.checked ? [...view.states, state] : view.states.filter((one) => one !== state) })}
            />
          ))}
        </fieldset>
        <fieldset>
          <legend>{words.columns}</legend>
          {offered(kind).map(([key, label]) => (
            <Checkbox
              key={key}
              label={label}
              checked={view.columns.includes(key)}
              onChange={(event) => change({ columns: event.currentTarget.checked ? [...view.columns, key] : view.columns.filter((one) => one !== key) })}
            />
          ))}
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  );
}
