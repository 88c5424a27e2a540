import type { Contract } from '../../shared/contract/contract.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { ApprovalRole } from '../../shared/records/approval-rule.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import type { Handlers } from '../../main/bridge/serve.ts';
import type { FakeRecords } from './fake-records.ts';

type Names =
  | 'people.list'
  | 'people.add'
  | 'people.rename'
  | 'people.remove'
  | 'people.grant'
  | 'people.revoke'
  | 'people.changePassphrase'
  | 'recovery.renew'
  | 'recovery.confirm'
  | 'recovery.sheet'
  | 'recovery.drill'
  | 'approvals.of'
  | 'approvals.give';
type PeopleReply = Awaited<ReturnType<Handlers<Contract>['people.list']>>;
type Person = PeopleReply['people'][number];
interface Given {
  readonly of: string;
  readonly number: string;
  readonly id: string;
  readonly role: ApprovalRole;
  readonly name: string;
  readonly at: number;
}

export const recoveryWords =
  'harbor lantern meadow cobalt anchor velvet summit thistle ember quarry willow drift canyon pepper violet marble falcon island copper tundra orchard saddle breeze kettle'.split(
    ' ',
  );

export interface FakePeopleDesk {
  readonly records: FakeRecords;
  readonly now: () => number;
  readonly passphrase: string;
  /** The vault's own entry about who can open it, told to the window like every other. */
  readonly entered: (verb: string) => void;
}

/** People, recovery key and signatures as the window sees them, without a key. */
export class FakePeople {
  readonly #desk: FakePeopleDesk;
  readonly #given: Given[] = [];
  #people: Person[];
  #confirmedAt: number | null;
  #drilledAt: number | null = null;
  #sheet = '3F9A-77C2';

  constructor(desk: FakePeopleDesk, confirmed = true) {
    this.#desk = desk;
    const since = desk.now() - 9_000_000_000;
    this.#confirmedAt = confirmed ? since : null;
    this.#people = [
      { slot: 'a', name: 'Export counsel', state: 'person', publicKey: 'AA==', since, compartments: ['people'], formerly: [] },
      { slot: 'b', name: 'General Counsel', state: 'person', publicKey: 'BB==', since: since + 90_000_000, compartments: [], formerly: ['Deputy General Counsel'] },
      { slot: 'c', name: 'Summer associate', state: 'former', publicKey: 'CC==', since, compartments: [], formerly: [] },
      { slot: 'r', name: 'recovery key', state: 'recovery', publicKey: null, since, compartments: ['people'], formerly: [] },
    ];
  }

  get names(): string[] {
    return this.#people.filter(({ state }) => state === 'person').map(({ name }) => name);
  }
  get recovery(): PeopleReply['recovery'] {
    return { sheet: this.#sheet, confirmedAt: this.#confirmedAt, drilledAt: this.#drilledAt };
  }
  confirm(): void {
    this.#confirmedAt = this.#desk.now();
  }
  #reply(): PeopleReply {
    return { people: this.#people.map((one) => ({ ...one, compartments: [...one.compartments] })), me: 'a', holds: ['people'], recovery: this.recovery };
  }
  #put(slot: string, part: Partial<Person>, verb = 'person-changed'): PeopleReply {
    this.#desk.entered(verb);
    this.#people = this.#people.map((one) => (one.slot === slot ? { ...one, ...part } : one));
    return this.#reply();
  }
  #fresh(name: string): string {
    if (this.#people.some((one) => one.name.toLowerCase() === name.toLowerCase())) refuse({ code: 'misuse', why: 'the vault knows somebody of that name already' });
    return name;
  }
  #check(words: readonly string[]): void {
    if (words.join(' ') !== recoveryWords.join(' ')) refuse({ code: 'wrong-recovery-key', why: 'checksum' });
  }

  handlers(): Pick<Handlers<Contract>, Names> {
    return {
      'people.list': () => this.#reply(),
      'people.add': ({ name, compartments }) => {
        this.#people.push({ slot: `n${this.#people.length}`, name: this.#fresh(name), state: 'person', publicKey: 'DD==', since: this.#desk.now(), compartments, formerly: [] });
        return this.#reply();
      },
      'people.rename': ({ slot, name }) => this.#put(slot, { name: this.#fresh(name), formerly: [this.#people.find((one) => one.slot === slot)?.name ?? ''] }),
      'people.remove': ({ slot }) => this.#put(slot, { state: 'former', compartments: [] }, 'person-removed'),
      'people.grant': ({ slot, compartment }) => this.#put(slot, { compartments: [compartment] }),
      'people.revoke': ({ slot }) => this.#put(slot, { compartments: [] }),
      'people.changePassphrase': ({ current }) => (current === this.#desk.passphrase ? {} : refuse({ code: 'wrong-passphrase' })),
      'recovery.renew': () => {
        this.#sheet = 'B04D-19E6';
        this.#confirmedAt = null;
        this.#drilledAt = null;
        return { words: [...recoveryWords], sheet: this.#sheet };
      },
      'recovery.confirm': ({ words }) => {
        this.#check(words);
        this.confirm();
        return this.#reply();
      },
      'recovery.sheet': ({ words }) => {
        this.#check(words);
        return { savedAs: 'recovery-key.pdf' };
      },
      'recovery.drill': async ({ words }, { signal, tell }) => {
        this.#check(words);
        for (let done = 1; done <= 5; done++) {
          if (signal.aborted) refuse({ code: 'cancelled' });
          tell({ done, of: 5, unit: 'page', what: 'pages' });
          await new Promise((resolve) => setTimeout(resolve, 60));
        }
        this.#drilledAt = this.#desk.now();
        this.#desk.entered('recovery-drilled');
        return { ok: true, entries: 412, records: 96, files: 14, findings: [] };
      },
      'approvals.of': ({ number }) => {
        const record = this.#desk.records.get(number);
        const rule = kindNamed(record.kind)?.approvals;
        if (!rule) return null;
        const given = this.#given.filter((one) => one.of === record.id);
        const { by, reviewedBy } = rule.typed(record.fields);
        return {
          what: rule.what,
          roles: (['approver', 'second_reviewer'] as const).map((role) => ({
            role,
            act: rule.roles[role],
            given: given.filter((one) => one.role === role).map(({ number: own, id, name, at }) => ({ number: own, id, name, at, standing: 'holds' as const, mine: true })),
          })),
          typed: { by: by ?? null, reviewedBy: reviewedBy ?? null },
          standing: given.length > 1 ? 'alone' : by !== undefined && reviewedBy !== undefined ? 'attested' : given.length === 1 ? 'one' : 'none',
        };
      },
      'approvals.give': ({ number, role }) => {
        const of = this.#desk.records.get(number).id;
        const own = `APP-00${this.#given.length + 1}`;
        this.#given.push({ of, number: own, id: own, role, name: 'Export counsel', at: this.#desk.now() });
        return { id: own, number: own, act: '', seq: this.#desk.records.entries.length };
      },
    };
  }
}
