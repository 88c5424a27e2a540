import type { Clock } from '../../shared/calendar/clock.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { Changes } from './changes.ts';
import { type Keys } from './keys.ts';
import { checkPassphrase, measuredEffort, type Effort } from './passphrase.ts';
import { wordsOf } from './recovery-words.ts';
import { wipe } from './secret.ts';
import { aboutOf, grant, personSlot, recoverySlot, sealPayload, type NewSlot, type Opened } from './slot.ts';
import { slotsFiles, writeSlots, type Slot, type SlotsContent } from './slots-file.ts';

/** Somebody who can, or once could, open the vault. */
export interface Person {
  readonly slot: string;
  readonly name: string;
  readonly state: 'person' | 'former' | 'recovery';
  /** Ed25519, base64: checks what they signed. Null for the recovery key, which signs as nobody. */
  readonly publicKey: string | null;
  readonly since: number;
  readonly compartments: readonly string[];
}

/** Who can open the vault. Every change of it is an entry of the journal (kind `vault`), with names and public keys. */
export interface People {
  list(): Person[];
  /**
   * Gives somebody a passphrase, and the compartments named, which must be held by who gives them (else `compartment-closed`). Refuses
   * `misuse` for a name that the vault knows already, even of somebody former: names in the journal mean one person for ever.
   */
  add(person: { readonly name: string; readonly passphrase: Uint8Array }, compartments?: readonly string[]): Promise<Person>;
  grant(slot: string, compartment: string): Promise<void>;
  /** Takes somebody's key away. They may have kept what they read; the master key is not changed by it. */
  remove(slot: string): Promise<void>;
  /** A new passphrase for the person at work. Refuses `misuse` under the recovery key. */
  changePassphrase(passphrase: Uint8Array): Promise<void>;
  /** New recovery words; the old ones open nothing any more. */
  renewRecovery(): Promise<string[]>;
  /** What both copies of the slots must hold now. */
  content(): SlotsContent;
}

interface PeopleSetting {
  readonly folder: string;
  readonly clock: Clock;
  readonly random: (bytes: number) => Uint8Array;
  readonly effort: Effort | undefined;
  readonly content: SlotsContent;
  readonly opened: Opened;
  readonly keys: Keys;
  readonly compartments: ReadonlyMap<string, Buffer>;
  readonly changes: Changes;
}

export function peopleOf(setting: PeopleSetting): People {
  const { folder, keys, opened, changes, random } = setting;
  let content = setting.content;
  const vault = content.id;
  const newId = () => Buffer.from(random(16)).toString('hex');
  const effort = async () => setting.effort ?? (await measuredEffort(setting.clock));

  function personOf(slot: Slot): Person {
    const about = aboutOf(slot, keys, vault);
    if (!about) return refuse({ code: 'vault-damaged', file: 'slots.a', part: 'the name of a slot' });
    return { slot: slot.id, name: about.name, state: slot.kind, publicKey: about.sign, since: about.since, compartments: slot.kind === 'former' ? [] : Object.keys(slot.grants) };
  }

  const slotOf = (id: string) => content.slots.find((slot) => slot.id === id) ?? refuse({ code: 'misuse', why: 'there is no such person' });

  function newSlot(compartments: readonly string[]): NewSlot {
    const held = new Map(compartments.map((name) => [name, setting.compartments.get(name) ?? refuse({ code: 'compartment-closed', compartment: name })]));
    return { vault, id: newId(), master: opened.master, keys, compartments: held, since: setting.clock().instant, random };
  }

  /** First the journal, then one copy, then the other, then the generation that the database expects. */
  async function write(slots: readonly Slot[], verb: string, image: object): Promise<void> {
    await changes.change({}, (tx) => tx.append({ record: vault, kind: 'vault', shape: 1, verb, reason: null, image }));
    content = { ...content, generation: content.generation + 1, slots: [...slots] };
    for (const name of slotsFiles) writeSlots(folder, name, content, keys.slotMac);
    await changes.setHead({ generation: content.generation });
  }

  const replaced = (slot: Slot) => content.slots.map((one) => (one.id === slot.id ? slot : one));

  return {
    content: () => content,
    list: () => content.slots.map(personOf),
    async add({ name, passphrase }, compartments = [...setting.compartments.keys()]) {
      checkPassphrase(passphrase);
      if (name.trim() === '') refuse({ code: 'misuse', why: 'a person needs a name' });
      if (content.slots.some((slot) => personOf(slot).name.toLowerCase() === name.toLowerCase())) refuse({ code: 'misuse', why: 'the vault knows somebody of that name already' });
      const { slot, opened: theirs } = await personSlot(newSlot(compartments), name, passphrase, await effort());
      for (const key of [theirs.master, theirs.seed, theirs.box]) if (key) wipe(key);
      const person = personOf(slot);
      await write([...content.slots, slot], 'person-added', person);
      return person;
    },
    async grant(id, compartment) {
      const slot = slotOf(id);
      if (slot.kind === 'former') return refuse({ code: 'misuse', why: 'that person opens the vault no more' });
      const key = setting.compartments.get(compartment) ?? refuse({ code: 'compartment-closed', compartment });
      const about = aboutOf(slot, keys, vault) ?? refuse({ code: 'vault-damaged', file: 'slots.a', part: 'the name of a slot' });
      const wider = { ...slot, grants: { ...slot.grants, [compartment]: grant(key, about.box) } };
      await write(replaced(wider), 'compartment-granted', personOf(wider));
    },
    async remove(id) {
      const slot = slotOf(id);
      if (slot.kind !== 'person') return refuse({ code: 'misuse', why: 'only a person can be removed' });
      if (content.slots.filter((one) => one.kind === 'person').length < 2) return refuse({ code: 'misuse', why: 'the last person cannot be removed' });
      const former: Slot = { id, kind: 'former', about: slot.about };
      await write(replaced(former), 'person-removed', personOf(former));
    },
    async changePassphrase(passphrase) {
      checkPassphrase(passphrase);
      const slot = slotOf(opened.slot.id);
      if (slot.kind !== 'person' || !opened.seed) return refuse({ code: 'misuse', why: 'the recovery key has no passphrase' });
      const { stretched, ...sealed } = await sealPayload(Buffer.concat([opened.master, opened.seed, opened.box]), vault, slot.id, passphrase, await effort(), random);
      wipe(stretched);
      await write(replaced({ ...slot, ...sealed }), 'passphrase-changed', personOf(slot));
    },
    async renewRecovery() {
      const entropy = random(32);
      const words = wordsOf(entropy);
      const slot = recoverySlot(newSlot([...setting.compartments.keys()]), entropy);
      wipe(entropy);
      await write([...content.slots.filter((one) => one.kind !== 'recovery'), slot], 'recovery-renewed', personOf(slot));
      return words;
    },
  };
}
