import { Button, Checkbox, Menu, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { Asked, Reply } from '../../../shared/contract/wire.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { vault } from '../../bridge.ts';
import { setScreen, useToday, useWritable, useZone } from '../../screen/screen.ts';
import { dayAt, dayWords } from '../../words/dates.ts';
import { people as words } from '../../words/people.ts';
import { FormDialog } from './form-dialog.tsx';
import { missingTwice, nothingTyped, PassphraseFields, type TypedTwice } from '../unlock/passphrase-fields.tsx';
import styles from './settings.module.css';
import { PageButton, usePageActs } from '../../ui/page-button.tsx';

export type People = Reply<Contract, 'people.list'>;
type Person = People['people'][number];
type Change = 'people.add' | 'people.rename' | 'people.remove' | 'people.grant' | 'people.revoke';

const compartment = 'people';
const dialogs = { rename: RenameDialog, revoke: RevokeDialog, remove: RemoveDialog } as const;
type Asking = { readonly about: keyof typeof dialogs; readonly person: Person } | { readonly about: 'add' } | null;

/** Who can open the vault, what each may read, and everything that can be done about it. */
export function PeopleList({ list, onChange }: { list: People; onChange: () => void }) {
  const zone = useZone();
  const today = useToday();
  const writable = useWritable();
  const [asking, setAsking] = useState<Asking>(null);
  const present = list.people.filter(({ state }) => state === 'person');
  const former = list.people.filter(({ state }) => state === 'former');

  /** Asks for a change; gives why not, or null. */
  const change = async <Name extends Change>(name: Name, question: Asked<Contract, Name>): Promise<Failure | null> => {
    const answer = await vault.ask(name, question);
    if (answer.ok) onChange();
    return answer.ok ? null : answer.failure;
  };
  const close = (): void => setAsking(null);
  const Dialog = asking && asking.about !== 'add' ? dialogs[asking.about] : null;

  return (
    <>
      <table className={styles.people}>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.since}</th>
            <th scope="col">{words.sealed}</th>
            <th scope="col">
              <span className="hidden">{words.change}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {present.map((person) => (
            <tr key={person.slot}>
              <th scope="row">
                {person.name}
                {person.slot === list.me && <span className="muted"> ({words.you})</span>}
                {person.formerly.length > 0 && <span className="muted"> {words.formerly(person.formerly.join(', '))}</span>}
              </th>
              <td>{dayWords(dayAt(person.since, zone), 'short', today)}</td>
              <td className={person.compartments.includes(compartment) ? undefined : 'muted'}>{person.compartments.includes(compartment) ? words.mayRead : words.mayNot}</td>
              <td>
                {writable && (
                  <Acts
                    person={person}
                    list={list}
                    onAsk={(about) => setAsking({ about, person })}
                    onGrant={() => void change('people.grant', { slot: person.slot, compartment }).then((failure) => setScreen({ failure }))}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {present.length === 1 && <p className={styles.waiting}>{words.alone}</p>}
      {former.length > 0 && (
        <p className={`muted ${styles.former}`}>
          {words.former}: {former.map(({ name }) => name).join(', ')}. {words.formerNote}
        </p>
      )}
      {writable && (
        <PageButton className={styles.act} onClick={() => setAsking({ about: 'add' })}>
          {words.add}
        </PageButton>
      )}
      {asking?.about === 'add' && <AddDialog mayGrant={list.holds.includes(compartment)} change={change} onClose={close} />}
      {Dialog && asking && asking.about !== 'add' && <Dialog person={asking.person} change={change} onClose={close} />}
    </>
  );
}

function Acts({ person, list, onAsk, onGrant }: { person: Person; list: People; onAsk: (about: keyof typeof dialogs) => void; onGrant: () => void }) {
  const holds = person.compartments.includes(compartment);
  const others = list.people.filter(({ state, slot }) => state === 'person' && slot !== person.slot);
  const acts = [
    { does: words.rename, act: () => onAsk('rename') },
    ...(!holds && list.holds.includes(compartment) ? [{ does: words.grant, act: onGrant }] : []),
    ...(holds && others.some(({ compartments }) => compartments.includes(compartment)) ? [{ does: words.revoke, act: () => onAsk('revoke') }] : []),
    ...(person.slot !== list.me ? [{ does: words.remove, act: () => onAsk('remove') }] : []),
  ];
  usePageActs(acts.map(({ does, act }) => ({ name: words.actOn(does, person.name), act })));
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />} aria-label={words.acts(person.name)}>
          {words.change}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map(({ does, act }) => (
          <Menu.Item key={does} onClick={act}>
            {does}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

type Changing = <Name extends Change>(name: Name, question: Asked<Contract, Name>) => Promise<Failure | null>;
interface DialogProps {
  readonly person: Person;
  readonly change: Changing;
  readonly onClose: () => void;
}

function AddDialog({ mayGrant, change, onClose }: { mayGrant: boolean; change: Changing; onClose: () => void }) {
  const [name, setName] = useState('');
  const [typed, setTyped] = useState<TypedTwice>(nothingTyped);
  const [granted, setGranted] = useState(false);
  const [missing, setMissing] = useState<Partial<TypedTwice & { name: string }>>({});
  const add = async (): Promise<Failure | null | undefined> => {
    const found = { ...(name.trim() === '' && { name: words.missing.name }), ...missingTwice(typed) };
    setMissing(found);
    if (Object.keys(found).length > 0) return undefined;
    return change('people.add', { name: name.trim(), passphrase: typed.first, compartments: granted ? [compartment] : [] });
  };
  return (
    <FormDialog title={words.addTitle} note={words.addNote} act={words.addAct} onAct={add} onClose={onClose}>
      <TextInput label={words.theirName} description={words.nameHint} error={missing.name} value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
      <PassphraseFields labels={[words.passphrase, words.again]} typed={typed} missing={missing} onType={setTyped} />
      <Checkbox
        label={words.grantLabel}
        description={mayGrant ? words.grantHint : words.grantNot}
        disabled={!mayGrant}
        checked={granted}
        onChange={(event) => setGranted(event.currentTarget.checked)}
      />
    </FormDialog>
  );
}

function RenameDialog({ person, change, onClose }: DialogProps) {
  const [name, setName] = useState(person.name);
  const [missing, setMissing] = useState(false);
  const rename = async (): Promise<Failure | null | undefined> => {
    setMissing(name.trim() === '');
    return name.trim() === '' ? undefined : change('people.rename', { slot: person.slot, name: name.trim() });
  };
  return (
    <FormDialog title={words.renameTitle(person.name)} note={words.renameNote} act={words.renameAct} onAct={rename} onClose={onClose}>
      <TextInput label={words.newName} error={missing ? words.missing.name : undefined} value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
    </FormDialog>
  );
}

function RevokeDialog({ person, change, onClose }: DialogProps) {
  return (
    <FormDialog
      title={words.revokeTitle(person.name)}
      note={words.revokeNote}
      act={words.revokeAct}
      onAct={() => change('people.revoke', { slot: person.slot, compartment })}
      onClose={onClose}
    />
  );
}

function RemoveDialog({ person, change, onClose }: DialogProps) {
  return (
    <FormDialog
      title={words.removeTitle(person.name)}
      note={words.removeNote}
      act={words.removeAct}
      onAct={() => change('people.remove', { slot: person.slot })}
      onClose={onClose}
    />
  );
}
