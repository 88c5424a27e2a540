import { type FocusEvent, type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { kindNamed } from '../../shared/records/kinds.ts';
import type { Field } from '../../shared/records/field.ts';
import { vault } from '../bridge.ts';
import { go } from '../screen/route.ts';
import { MultiSelect, Select } from '../ui/select.tsx';
import { form } from '../words/form.ts';
import { handOver } from './handed-over.ts';
import { readBeforeSave, setError, useField, useForm, useTyped } from './form-store.ts';
import { useLinkNames } from './link-names.ts';
import type { Path } from './values.ts';

/** How many records the picker offers at once, and how long it waits for the next letter. */
const offered = 30;
const wait = 150;
/** The option that begins a new record; no id of a record is this word. */
const newOne = 'new';

interface Found {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}
const optionOf = (row: Found) => ({ value: row.id, label: `${row.number}  ${row.title}` });

/** Chooses one record or several, found by number or by words of their title, among the kinds that the field takes. */
export function LinkInput({ path, field }: { path: Path; field: Field }) {
  const store = useForm();
  const { value, error, set } = useField(path);
  // Words for which no one record could be taken: kept with the draft, and never saved over in silence.
  const [unread, setUnread] = useTyped(path);
  const names = useLinkNames();
  const [search, setSearch] = useState(unread ?? '');
  const [open, setOpen] = useState(false);
  const [{ fits, found }, setFound] = useState<{ readonly fits: string; readonly found: readonly Found[] }>({ fits: '', found: [] });
  const kinds = field.to?.includes('*') ? undefined : field.to;
  const kindsKey = kinds?.join() ?? '';
  const many = field.widget === 'links';
  // Proof of the cast: link fields hold ids, written by this picker or parsed by the kind's schema.
  const chosen = (many ? ((value as string[] | undefined) ?? []) : value === undefined || value === null ? [] : [value as string]) as readonly string[];

  useEffect(() => {
    if (!open) return;
    let wanted = true;
    const soon = setTimeout(() => void look(search, kindsKey === '' ? undefined : kindsKey.split(',')).then((rows) => wanted && setFound({ fits: search, found: rows })), wait);
    return () => {
      wanted = false;
      clearTimeout(soon);
    };
  }, [search, open, kindsKey]);

  // Said of what was looked for, once it was: not of an empty field, and not while the vault is still being asked.
  const nothingFits = search.trim() !== '' && fits === search && found.length === 0;
  const newable = useMemo(() => newableOf(kindsKey), [kindsKey]);
  const data = useMemo(() => {
    const known = chosen.map((id) => optionOf({ id, ...(names.get(id) ?? { number: id.slice(0, 8), title: '' }) }));
    // What fitted other words is not offered under these: Enter would take it.
    const more = (fits === search ? found : []).filter((row) => !chosen.includes(row.id)).map(optionOf);
    // Where nothing fits, the list offers a new record of that name: an option like the others, so that the keys reach it.
    const begun = nothingFits && newable ? [{ value: newOne, label: form.newNamed(newable.label, search.trim()) }] : [];
    return [...known, ...more, ...begun];
  }, [chosen.join(), fits === search, found, names, nothingFits, newable, search]);
  const begin = (): void => {
    if (!newable) return;
    handOver(newable.kind, { [newable.name]: search.trim() }, { back: location.hash, path, many });
    go({ page: 'new', kind: newable.kind, prefill: {} });
  };

  const isChosen = (typed: string): boolean => data.some((one) => one.label.trim() === typed && chosen.includes(one.value));
  /** Takes the one record that fits what is typed; where none or several fit, says so beside the field and leaves the words standing. */
  const take = async (typed: string): Promise<void> => {
    readBeforeSave(store, path, null);
    const rows = (await look(typed, kindsKey === '' ? undefined : kindsKey.split(','))).filter((row) => !chosen.includes(row.id));
    const [only] = rows.length === 1 ? rows : rows.filter((row) => row.number.toLowerCase() === typed.toLowerCase());
    if (!only) {
      setSearch(typed);
      setUnread(typed);
      return setError(store, path, rows.length === 0 ? form.noSuch(typed) : form.several(typed));
    }
    names.add(only);
    setSearch('');
    set(many ? [...chosen, only.id] : only.id);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const typed = event.currentTarget.value.trim();
    if (event.key !== 'Enter' || typed === '' || isChosen(typed)) return;
    if (event.ctrlKey || event.metaKey) return readBeforeSave(store, path, () => take(typed));
    // One that the arrow keys have marked is taken by the list itself.
    const list = document.getElementById(event.currentTarget.getAttribute('aria-controls') ?? '');
    if (list?.querySelector('[data-combobox-selected]')) return;
    event.preventDefault();
    void take(typed);
  };
  const onBlur = (event: FocusEvent<HTMLInputElement>): void => {
    const typed = event.currentTarget.value.trim();
    if (typed !== '' && !isChosen(typed)) void take(typed);
  };
  const shared = {
    label: field.label,
    description: field.help,
    error,
    data,
    searchable: true,
    searchValue: search,
    placeholder: chosen.length === 0 ? form.pick : '',
    nothingFoundMessage: nothingFits ? form.nothingFound : undefined,
    onSearchChange: (text: string) => {
      setSearch(text);
      if (unread) setUnread('');
    },
    openOnFocus: false,
    onKeyDown,
    onBlur,
    onDropdownOpen: () => setOpen(true),
    onDropdownClose: () => setOpen(false),
    limit: offered + chosen.length,
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
          if (ids.includes(newOne)) return begin();
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
        if (id === newOne) return begin();
        if (id !== null) remember([id]);
        set(id ?? undefined);
      }}
    />
  );
}

/** The one kind that a field takes, where a record of it can be begun by its name: recorded, it is brought back into the field. */
function newableOf(kindsKey: string): { readonly kind: string; readonly label: string; readonly name: string } | null {
  const only = kindNamed(kindsKey);
  const [name] = Object.entries(only?.fields ?? {}).find(([, one]) => one.required && one.widget === 'line') ?? [];
  return !only || name === undefined || only.compartment !== undefined ? null : { kind: only.kind, label: only.label, name };
}

/** Records that fit what is typed; without a word the ones changed last. Sealed kinds are in no index: they are asked for by themselves. */
async function look(typed: string, kinds: readonly string[] | undefined): Promise<readonly Found[]> {
  const sealed = (kinds ?? []).filter((kind) => kindNamed(kind)?.compartment !== undefined);
  const others = kinds?.filter((kind) => !sealed.includes(kind));
  const parts = await Promise.all([...sealed.map((kind) => lookAmongSealed(kind, typed)), ...(others?.length === 0 ? [] : [lookAmong(typed, others)])]);
  return parts.flat().slice(0, offered);
}

async function lookAmongSealed(kind: string, typed: string): Promise<readonly Found[]> {
  const answer = await vault.ask('records.sealed', { kind, text: typed.includes('  ') ? '' : typed, limit: offered });
  return answer.ok ? answer.reply.rows : [];
}

async function lookAmong(typed: string, kinds: readonly string[] | undefined): Promise<readonly Found[]> {
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
