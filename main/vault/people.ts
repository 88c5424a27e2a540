import type { Clock } from '../../shared/calendar/clock.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { Changes } from './changes.ts';
import type { Database } from './database.ts';
import type { Finding } from './finding.ts';
import { type Keys } from './keys.ts';
import { checkPassphrase, measuredEffort, stretch, type Effort } from './passphrase.ts';
import { checkRecoveryWords, recordRecovery, recoveryStanding, recoveryVerbs, type RecoveryStanding } from './recovery.ts';
import { wordsOf } from './recovery-words.ts';
import { wipe } from './secret.ts';
import { aboutOf, grant, openPersonSlot, personSlot, recoverySlot, sealAbout, sealPayload, type About, type NewSlot, type Opened } from './slot.ts';
import { slotsKeeper } from './slots-keeper.ts';
import type { PersonSlot, Slot, SlotsContent } from './slots-file.ts';

/** Somebody who can, or once could, open the vault. */
export interface Person {
  readonly slot: string;
  readonly name: string;
  readonly state: 'person' | 'former' | 'recovery';
  /** Ed25519, base64: checks what they signed. Null for the recovery key, which signs as nobody. */
  readonly publicKey: string | null;
  readonly since: number;
  readonly compartments: readonly string[];
  /** Names they bore before. */
  readonly formerly: readonly string[];
  /** The first slot of the same human: somebody who lost their key and got another is still one person. */
  readonly human: string;
}

/** Who can open the vault. Every change of it is an entry of the journal (kind `vault`), with names and public keys, and touches no other file than the slots. */
export interface People {
  list(): Person[];
  /**
   * Gives somebody a passphrase, and the compartments named, which must be held by who gives them (else `compartment-closed`). Refuses
   * `passphrase-too-weak`, and `misuse` for a name that the vault knows already, even of somebody former: names in the journal mean one person for ever.
   */
  add(person: { readonly name: string; readonly passphrase: Uint8Array }, compartments?: readonly string[]): Promise<Person>;
  /** Another name for the same person and key. What they did under the old one stays under it. Refuses `misuse` for a name already known. */
  rename(slot: string, name: string): Promise<Person>;
  grant(slot: string, compartment: string): Promise<void>;
  /** Takes a compartment away, from their next unlocking on. Refuses `misuse` where nobody but the recovery key would hold it any more. */
  revoke(slot: string, compartment: string): Promise<void>;
  /** Takes somebody's key away. They may have kept what they read; the master key is not changed by it. Refuses `misuse` for oneself and for the last one. */
  remove(slot: string): Promise<void>;
  /** A new passphrase for the person at work. `current`, where it is given, must be the one of now (else `wrong-passphrase`). Refuses `misuse` under the recovery key. */
  changePassphrase(passphrase: Uint8Array, current?: Uint8Array): Promise<void>;
  /**
   * Under the recovery key only (else `misuse`): a new passphrase for somebody. A person of that name keeps name and compartments and gets a new signing
   * key, since the old one opens with the lost passphrase only; an unknown name becomes a new person with every compartment.
   */
  recover(person: { readonly name: string; readonly passphrase: Uint8Array }): Promise<Person>;
  /** New recovery words; the old ones open nothing any more. */
  renewRecovery(): Promise<string[]>;
  recovery(): RecoveryStanding | null;
  /** Whether these words open the recovery slot. Refuses `wrong-recovery-key`. */
  checkRecovery(words: readonly string[]): void;
  /** Puts on record that the words on paper can be read: they must open the recovery slot. Refuses `wrong-recovery-key`. */
  confirmRecovery(words: readonly string[]): Promise<void>;
  /** Puts a recovery drill on record, with what it found. */
  recordDrill(facts: object): Promise<void>;
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
  readonly reader: Database;
  readonly notice: (finding: Finding) => void;
  readonly renamed: (slot: string, name: string) => void;
}

const misuse = (why: string): never => refuse({ code: 'misuse', why });
const isPerson = (slot: Slot): slot is PersonSlot => slot.kind === 'person';
/** Two spellings of a name that a reader of the journal would take for one. */
const plain = (name: string) => name.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ').toLowerCase();

export function peopleOf(setting: PeopleSetting): People {
  const { keys, opened, changes, random, reader } = setting;
  const vault = setting.content.id;
  const keeper = slotsKeeper({ ...setting, mac: keys.slotMac });
  const effort = async () => setting.effort ?? (await measuredEffort(setting.clock));
  const aboutIn = (slot: Slot): About => aboutOf(slot, keys, vault) ?? refuse({ code: 'vault-damaged', file: 'slots.a', part: 'the name of a slot' });

  function personOf(slot: Slot, slots: readonly Slot[]): Person {
    const about = aboutIn(slot);
    return {
      slot: slot.id,
      name: about.name,
      state: slot.kind,
      publicKey: about.sign,
      since: about.since,
      compartments: slot.kind === 'former' ? [] : Object.keys(slot.grants),
      formerly: about.formerly ?? [],
      human: humanOf(slot, slots),
    };
  }
  function humanOf(slot: Slot, slots: readonly Slot[]): string {
    // A slot replaces one that was there before it, so the way back ends.
    const before = slots.find(({ id }) => id === aboutIn(slot).replaces);
    return before ? humanOf(before, slots) : slot.id;
  }

  const slotIn = (slots: readonly Slot[], id: string): Slot => slots.find((slot) => slot.id === id) ?? misuse('there is no such person');
  const replaced = (slots: readonly Slot[], slot: Slot) => slots.map((one) => (one.id === slot.id ? slot : one));
  const keyOf = (compartment: string) => setting.compartments.get(compartment) ?? refuse({ code: 'compartment-closed', compartment });
  /** The entry about one person, and the person. */
  const told = (slots: readonly Slot[], slot: Slot, verb: string) => {
    const person = personOf(slot, slots);
    return { slots, verb, image: person, result: person };
  };

  /** A name that nobody bears or ever bore. */
  function freshName(slots: readonly Slot[], typed: string, except?: string): string {
    const name = typed.trim().replaceAll(/\s+/gu, ' ');
    if (name === '') misuse('a person needs a name');
    if (name.length > 200 || /\p{Cc}/u.test(name)) misuse('that is not a name');
    const known = slots.filter(({ id }) => id !== except).flatMap((slot) => [aboutIn(slot).name, ...(aboutIn(slot).formerly ?? [])]);
    if (known.some((one) => plain(one) === plain(name))) misuse('the vault knows somebody of that name already');
    return name;
  }
  function othersHold(slots: readonly Slot[], id: string, compartment: string): void {
    if (slots.some((slot) => isPerson(slot) && slot.id !== id && slot.grants[compartment] !== undefined)) return;
    misuse(`nobody else holds the compartment ${compartment}; grant it to another person first`);
  }

  function newSlot(compartments: readonly string[], kept: Pick<About, 'formerly' | 'replaces'> = {}): NewSlot {
    const held = new Map(compartments.map((name) => [name, keyOf(name)]));
    return { vault, id: Buffer.from(random(16)).toString('hex'), master: opened.master, keys, compartments: held, since: setting.clock().instant, random, ...kept };
  }
  async function madeSlot(made: NewSlot, name: string, passphrase: Uint8Array): Promise<PersonSlot> {
    const { slot, opened: theirs } = await personSlot(made, name, passphrase, await effort());
    forget(theirs);
    return slot;
  }

  return {
    content: () => keeper.content,
    list: () => keeper.content.slots.map((slot) => personOf(slot, keeper.content.slots)),

    async add({ name: typed, passphrase }, compartments = [...setting.compartments.keys()]) {
      checkPassphrase(passphrase, [typed]);
      return keeper.change(async (slots) => {
        const slot = await madeSlot(newSlot(compartments), freshName(slots, typed), passphrase);
        return told([...slots, slot], slot, 'person-added');
      });
    },

    async rename(id, typed) {
      const person = await keeper.change((slots) => {
        const slot = slotIn(slots, id);
        if (!isPerson(slot)) return misuse('only a person who opens the vault has a name to change');
        const about = aboutIn(slot);
        const name = freshName(slots, typed, id);
        const formerly = [...new Set([...(about.formerly ?? []), about.name])].filter((one) => one !== name);
        const renamed: Slot = { ...slot, about: sealAbout({ ...about, name, formerly }, keys, vault, id) };
        return told(replaced(slots, renamed), renamed, 'person-renamed');
      });
      setting.renamed(id, person.name);
      return person;
    },

    async grant(id, compartment) {
      await keeper.change((slots) => {
        const slot = slotIn(slots, id);
        if (slot.kind === 'former') return misuse('that person opens the vault no more');
        const wider: Slot = { ...slot, grants: { ...slot.grants, [compartment]: grant(keyOf(compartment), aboutIn(slot).box) } };
        return told(replaced(slots, wider), wider, 'compartment-granted');
      });
    },

    async revoke(id, compartment) {
      await keeper.change((slots) => {
        const slot = slotIn(slots, id);
        if (!isPerson(slot)) return misuse('a compartment is taken from a person who opens the vault');
        if (slot.grants[compartment] === undefined) return misuse('that person does not hold it');
        othersHold(slots, id, compartment);
        const { [compartment]: _taken, ...grants } = slot.grants;
        const narrower: Slot = { ...slot, grants };
        return told(replaced(slots, narrower), narrower, 'compartment-revoked');
      });
    },

    async remove(id) {
      await keeper.change((slots) => {
        const slot = slotIn(slots, id);
        if (!isPerson(slot)) return misuse('only a person can be removed');
        if (slots.filter(isPerson).length < 2) return misuse('the last person cannot be removed');
        if (id === opened.slot.id) return misuse('nobody removes themselves: somebody else has to');
        for (const compartment of Object.keys(slot.grants)) othersHold(slots, id, compartment);
        const former: Slot = { id, kind: 'former', about: slot.about };
        return told(replaced(slots, former), former, 'person-removed');
      });
    },

    async changePassphrase(passphrase, current) {
      checkPassphrase(passphrase);
      await keeper.change(async (slots) => {
        const slot = slotIn(slots, opened.slot.id);
        if (!isPerson(slot) || !opened.seed) return misuse('the recovery key has no passphrase');
        if (current && !(await opens(slot, current))) return refuse({ code: 'wrong-passphrase' });
        const payload = Buffer.concat([opened.master, opened.seed, opened.box]);
        const { stretched, ...sealed } = await sealPayload(payload, vault, slot.id, passphrase, await effort(), random);
        const renewed: PersonSlot = { ...slot, ...sealed };
        const proved = openPersonSlot(renewed, vault, stretched);
        wipe(stretched);
        if (!proved) throw new Error('the slot does not open with its new passphrase');
        forget(proved);
        return told(replaced(slots, renewed), renewed, 'passphrase-changed');
      });
    },

    async recover({ name: typed, passphrase }) {
      if (opened.slot.kind !== 'recovery') return misuse('this is what the recovery key is for');
      checkPassphrase(passphrase, [typed]);
      return keeper.change(async (slots) => {
        const lost = slots.filter(isPerson).find((slot) => plain(aboutIn(slot).name) === plain(typed));
        const kept = lost && { replaces: lost.id, ...(aboutIn(lost).formerly && { formerly: aboutIn(lost).formerly }) };
        const name = lost ? aboutIn(lost).name : freshName(slots, typed);
        const slot = await madeSlot(newSlot(lost ? Object.keys(lost.grants) : [...setting.compartments.keys()], kept), name, passphrase);
        const others = lost ? replaced(slots, { id: lost.id, kind: 'former', about: lost.about }) : slots;
        return told([...others, slot], slot, 'person-recovered');
      });
    },

    renewRecovery: () =>
      keeper.change((slots) => {
        const entropy = random(32);
        const words = wordsOf(entropy);
        const slot = recoverySlot(newSlot([...setting.compartments.keys()]), entropy);
        wipe(entropy);
        const next = [...slots.filter((one) => one.kind !== 'recovery'), slot];
        return { ...told(next, slot, 'recovery-renewed'), result: words };
      }),

    recovery: () => recoveryStanding(reader, keeper.content),
    checkRecovery: (words) => void checkRecoveryWords(keeper.content, words),
    async confirmRecovery(words) {
      checkRecoveryWords(keeper.content, words);
      await recordRecovery(changes, keeper.content, recoveryVerbs.confirmed);
    },
    recordDrill: (facts) => recordRecovery(changes, keeper.content, recoveryVerbs.drilled, facts),
  };

  async function opens(slot: PersonSlot, passphrase: Uint8Array): Promise<boolean> {
    const stretched = await stretch(passphrase, Buffer.from(slot.kdf.salt, 'base64'), slot.kdf);
    const found = openPersonSlot(slot, vault, stretched);
    wipe(stretched);
    if (found) forget(found);
    return found !== null;
  }
}

function forget({ master, seed, box }: Opened): void {
  for (const key of [master, seed, box]) if (key) wipe(key);
}
