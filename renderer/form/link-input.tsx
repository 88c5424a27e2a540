import { MultiSelect, Select } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { SlimRow } from '../../shared/contract/contract.ts';
import type { Field } from '../../shared/records/field.ts';
import { vault } from '../bridge.ts';
import { form } from '../words/form.ts';
import { useField } from './form-store.ts';
import { useLinkNames } from './link-names.ts';
import type { Path } from './values.ts';

/** How many records the picker offers at once, and how long it waits for the next letter. */
const offered = 30;
const wait = 150;

const optionOf = (row: { readonly id: string; readonly number: string; readonly title: string }) => ({ value: row.id, label: `${row.number}  ${row.title}` });

/** Chooses one record or several, found by number or by words of their title, among the kinds that the field takes. */
export function LinkInput({ path, field }: { path: Path; field: Field }) {
  const { value, error, set } = useField(path);
  const names = useLinkNames();
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<readonly SlimRow[]>([]);
  const kinds = field.to?.includes('*') ? undefined : field.to;
  const kindsKey = kinds?.join() ?? '';
  const many = field.widget === 'links';
  // Proof of the cast: link fields hold ids, written by this picker or parsed by the kind's schema.
  const chosen = (many ? ((value as string[] | undefined) ?? []) : value === undefined || value === null ? [] : [value as string]) as readonly string[];

  useEffect(() => {
    if (!open) return;
    let wanted = true;
    const soon = setTimeout(() => void look(search, kindsKey === '' ? undefined : kindsKey.split(',')).then((rows) => wanted && setFound(rows)), wait);
    return () => {
      wanted = false;
      clearTimeout(soon);
    };
  }, [search, open, kindsKey]);

  const data = useMemo(() => {
    const known = chosen.map((id) => optionOf({ id, ...(names.get(id) ?? { number: id.slice(0, 8), title: '' }) }));
    const more = found.filter((row) => !chosen.includes(row.id)).map(optionOf);
    return [...known, ...more];
  }, [chosen.join(), found, names]);

  const shared = {
    label: field.label,
    description: field.help,
    error,
    data,
    searchable: true,
    searchValue: search,
    placeholder: chosen.length === 0 ? form.pick : '',
    nothingFoundMessage: form.nothingFound,
    onSearchChange: setSearch,
    onDropdownOpen: () => setOpen(true),
    onDropdownClose: () => setOpen(false),
    limit: offered + chosen.length,
    withScrollArea: false,
    comboboxProps: { transitionProps: { duration: 0 } },
  } as const;
  const remember = (ids: readonly string[]): void => {
    for (const row of found) if (ids.includes(row.id)) names.add(row);
  };
  if (many)
    return (
      <MultiSelect
        {...shared}
        value={[...chosen]}
        filter={({ options }) => options}
        hidePickedOptions
        onChange={(ids) => {
          remember(ids);
          set(ids.length === 0 ? undefined : ids);
        }}
      />
    );
  return (
    <Select
      {...shared}
      value={chosen[0] ?? null}
      filter={({ options }) => options}
      clearable
      allowDeselect
      onChange={(id) => {
        if (id !== null) remember([id]);
        set(id ?? undefined);
      }}
    />
  );
}

/** Records that fit what is typed; without a word the ones changed last. */
async function look(typed: string, kinds: readonly string[] | undefined): Promise<readonly SlimRow[]> {
  // What stands in the field once something is chosen is its label: number, two spaces, title.
  const text = typed.includes('  ') ? '' : typed.trim();
  if (text !== '') {
    const answer = await vault.ask('records.search', { text, limit: offered, ...(kinds !== undefined && { kinds: [...kinds] }) });
    return answer.ok ? answer.reply.hits.map((hit) => hit.row) : [];
  }
  const lists = await Promise.all(
    (kinds ?? [undefined]).slice(0, 6).map((kind) => vault.ask('records.list', { sort: 'changed', limit: offered, ...(kind !== undefined && { kind }) })),
  );
  return lists.flatMap((answer) => (answer.ok ? answer.reply.rows : [])).slice(0, offered);
}
