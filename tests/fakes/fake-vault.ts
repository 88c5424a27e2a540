import { contract, type Contract, type EventName, type EventOf } from '../../shared/contract/contract.ts';
import { firstSettings, type FixedSettings, type Settings } from '../../shared/contract/settings.ts';
import type { ToWindow } from '../../shared/contract/wire.ts';
import { dayText } from '../../shared/calendar/day.ts';
import { momentAt } from '../../shared/calendar/instant.ts';
import type { FaultNote } from '../../shared/failure/fault.ts';
import { refuse, type Failure } from '../../shared/failure/failure.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { dateHandlers } from '../../main/bridge/handlers/dates.ts';
import { checked, serve, type Handlers } from '../../main/bridge/serve.ts';
import { FakePeople, recoveryWords } from './fake-people.ts';
import { diagnosticsHandlersOver } from './fake-diagnostics.ts';
import { netHandlers, type Missed } from './fake-net.ts';
import { earlierHandlersOver } from './fake-earlier.ts';
import { listHandlersOver } from './fake-lists.ts';
import { FakeRecords } from './fake-records.ts';
import { searchIn } from './fake-search.ts';
import { fillFake } from './fake-fill.ts';
import { FakeRecent } from './fake-recent.ts';
import { fakeDrafts } from './fake-drafts.ts';
import { fakeLaw } from './fake-law.ts';
import { keepingHandlers, type ErasureStands } from './fake-keeping.ts';
import { scopeHandlersOver } from './fake-scope.ts';
import { clipboardHandlersOver } from './fake-clipboard.ts';
import { workHandlers, type FakeDesk } from './fake-work.ts';
import { FakePrinter } from './fake-printer.ts';

export interface FakeSetting {
  /** Milliseconds of UTC. */
  readonly now: number;
  readonly zone: string;
  /** The region of the computer as a language tag. */
  readonly region: string;
  readonly open: boolean;
  readonly samples: boolean;
  /** Further deadlines, to see a long list. */
  readonly more?: number;
  /** Whether the recovery words were ever typed back; they were, unless said otherwise. */
  readonly recoveryConfirmed?: boolean;
  /** Whether the vault is this computer's sample. */
  readonly sample?: boolean;
  /** Whether it lies behind what this computer knows of it. */
  readonly behind?: boolean;
  /** Light, unless said otherwise. */
  readonly appearance?: Settings['appearance'];
}
export const fakeSetting: FakeSetting = { now: Date.UTC(2026, 10, 24, 15, 42), zone: 'America/New_York', region: 'en-US', open: true, samples: true };
const passphrase = 'correct horse battery staple';

/** The vault as the window sees it, over the two sample cases in memory: no key, no file, no job. Every reply is checked by the contract. */
export class FakeVault {
  readonly records = new FakeRecords();
  readonly people: FakePeople;
  readonly asked: string[] = [];
  readonly drafts = new Map<string, { body: unknown; at: number }>();
  readonly faults: FaultNote[] = [];
  locks = 0;
  /** What becomes of a message on its way to the window: a page is tried with an answer that the contract would never let through. */
  tamper: (message: ToWindow) => ToWindow = (message) => message;
  readonly recent: FakeRecent;
  /** What came while it was closed. */
  readonly missed: Missed[] = [];
  /** Why it cannot be opened; null where it can. */
  notOpened: Failure | null = null;
  /** Whether the drive of the vault is full. */
  diskFull = false;
  /** What the administrator of the computer has fixed. */
  fixed: FixedSettings = { fixed: [], damaged: false };
  /** Where an erasure stands still; or that it comes to its end and traces are left. */
  erasureStands: ErasureStands = null;
  /** Whether the setting of pages stands still, until it is stopped. */
  pagesStand = false;
  /** What a paper would say now (`content` of its preflight). */
  paperSays = 'c';
  readonly printer = new FakePrinter((print) => this.tell('print.ready', { print }));
  /** Why it was taken up from an older state. */
  takenUp: string | null = null;
  #behind: boolean;
  #open: boolean;
  #recovering = false;
  #now: number;
  #tell: (message: ToWindow) => void = () => {};
  #settings: Settings;
  readonly setting: FakeSetting;

  constructor(setting: FakeSetting = fakeSetting) {
    this.setting = setting;
    this.#open = setting.open;
    this.#settings = { ...firstSettings, appearance: setting.appearance ?? 'light' };
    this.#behind = setting.behind ?? false;
    this.#now = setting.now;
    this.recent = new FakeRecent(setting.now, setting.sample ?? false);
    const entered = (verb: string) => {
      const [touched] = this.records.all();
      if (touched) this.#changed(this.records.keep(this.#tick(), null, [{ verb, record: touched }]));
    };
    this.people = new FakePeople({ records: this.records, now: () => this.#now, passphrase, entered }, setting.recoveryConfirmed ?? true);
    if (setting.samples) fillFake(this.records, setting);
  }

  /** Answers what is asked over `port`, until another port takes its place. */
  connect(post: (message: ToWindow) => void, listen: (listener: (message: unknown) => void) => void): void {
    this.#tell = post;
    serve(contract, checked(contract, this.#handlers()), { post: (message) => post(this.tamper(message)), listen }, (bug) => {
      throw bug;
    });
  }
  tell<Name extends EventName>(name: Name, event: EventOf<Name>): void {
    this.#tell({ t: 'event', name, event });
  }
  appearance(appearance: 'system' | 'light' | 'dark'): void {
    this.#settings = { ...this.#settings, appearance };
  }

  #put(open: boolean) {
    this.#open = open;
    return this.#session();
  }
  #session() {
    const { zone } = this.setting;
    return {
      phase: this.#open ? ('open' as const) : ('closed' as const),
      host: 'electron' as const,
      build: '0.1.0',
      zone,
      region: this.setting.region,
      today: this.#today(),
      now: this.#now,
      recent: this.recent.list(),
      sampleMade: this.recent.sample,
      vault: this.#open
        ? {
            name: 'Model restrictions',
            person: 'Export counsel',
            sample: this.recent.sample ? ('own' as const) : null,
            readOnly: this.#behind ? ('behind-anchor' as const) : null,
            freshness: this.#behind ? ('behind' as const) : ('fresh' as const),
            seq: this.records.entries.length,
            behind: this.#behind ? { reached: this.records.entries.length, known: this.records.entries.length + 12, olderShape: false } : null,
            recovery: this.people.recovery,
            unsafe: null,
            clearedAway: [],
            clock: null,
          }
        : null,
      recovering: this.#recovering ? { name: 'Model restrictions', people: this.people.names } : null,
      lockedBecause: this.recent.sampleRemoved ? ('sample-removed' as const) : this.locks > 0 ? ('asked' as const) : null,
    };
  }
  #today(): string {
    return dayText(momentAt(this.#now, this.setting.zone).day);
  }

  #changed(done: { act: string; from: number; to: number; records: readonly AnyRecord[] }) {
    const record = done.records[0];
    if (!record) throw new Error('an act without a record');
    this.tell('records.changed', {
      from: done.from,
      to: done.to,
      puts: done.records.filter((one) => !one.removed).map((one) => this.records.slim(one)),
      removes: done.records.filter((one) => one.removed).map((one) => one.id),
    });
    return { id: record.id, number: record.number, act: done.act, seq: done.to };
  }

  #handlers(): Handlers<Contract> {
    const { records } = this;
    const desk: FakeDesk = { records, tick: () => this.#tick(), changed: (done) => this.#changed(done) };
    const handlers: Handlers<Contract> = {
      'session.state': () => this.#session(),
      'session.create': ({ name }) => (name === 'Sample case' ? refuse({ code: 'vault-exists', file: `${name}.cordon` }) : { words: recoveryWords }),
      'session.confirmRecovery': ({ words }) => {
        if (words.some(({ at, word }) => recoveryWords[at] !== word)) refuse({ code: 'wrong-recovery-key', why: 'words' });
        this.people.confirm();
        this.#open = true;
        return {};
      },
      'session.open': ({ vault, passphrase: typed }) => {
        if (vault === 'older') refuse({ code: 'vault-newer', file: 'Sample case.cordon', format: 3, known: 1 });
        if (vault === 'chosen') refuse({ code: 'vault-damaged', file: 'Outside counsel.cordon', part: 'both copies of the key slots' });
        if (this.notOpened !== null) refuse(this.notOpened);
        if (typed !== passphrase) refuse({ code: 'wrong-passphrase' });
        return this.#put(true);
      },
      'session.openWithRecovery': ({ words }) => {
        if (words.join(' ') !== recoveryWords.join(' ')) refuse({ code: 'wrong-recovery-key', why: 'checksum' });
        this.#recovering = true;
        return this.#session();
      },
      'session.recover': () => {
        this.#recovering = false;
        return this.#put(true);
      },
      ...this.recent.handlers((now) => (now === 'opened' ? this.#put(true) : now === 'left' ? this.#put(false) : this.#session())),
      ...this.people.handlers(),
      'vault.takeUp': ({ reason }) => {
        this.takenUp = reason;
        this.#behind = false;
        return this.#session();
      },
      'session.lock': () => {
        this.#open = false;
        this.locks++;
        return {};
      },
      'session.sealed': () => ({}),
      ...listHandlersOver(desk, () => this.#today()),
      ...earlierHandlersOver(desk, () => this.#today()),
      'records.workingSet': ({ asOf }) => {
        const rows = records
          .all(asOf)
          .map((record) => records.slim(record, asOf))
          .filter((row) => !row.closed);
        return { rows, next: null, seq: records.seqAt(asOf), more: 0 };
      },
      'records.changesSince': ({ seq }) => {
        const since = records.entries.filter((entry) => entry.seq > seq).map((entry) => entry.after);
        return {
          from: seq,
          to: records.entries.length,
          puts: since.filter((one) => !one.removed).map((one) => records.slim(one)),
          removes: since.filter((one) => one.removed).map((one) => one.id),
          reload: false,
        };
      },
      'records.whole': ({ kinds, caseId, asOf }) => {
        const all = records.all(asOf).filter((record) => kinds.includes(record.kind) && (caseId === null || record.caseId === caseId || record.id === caseId));
        return {
          records: all.map((record) => ({ ...record, tags: [...record.tags], fields: { ...record.fields } })),
          names: records.all(asOf).map((record) => {
            const { id, number, kind, title, state } = records.slim(record, asOf);
            return { id, number, kind, title, state };
          }),
          more: 0,
          seq: records.seqAt(asOf),
        };
      },
      'records.past': ({ asOf }) => ({ seq: records.seqAt(asOf) }),
      'records.get': ({ number, asOf }) => records.whole(records.get(number, asOf), asOf),
      'records.several': ({ numbers, asOf }) => ({
        records: records
          .all(asOf)
          .filter((record) => numbers.includes(record.number))
          .sort((a, b) => numbers.indexOf(a.number) - numbers.indexOf(b.number))
          .map((record) => records.whole(record, asOf)),
      }),
      'records.create': ({ kind: name, caseId, fields, audience, privilege, tags, reason }) => {
        const kind = kindNamed(name) ?? refuse({ code: 'record-malformed', kind: name, field: 'kind', why: 'there is no such kind of record' });
        const record = {
          id: `new-${records.entries.length}`,
          kind: name,
          number: records.nextNumber(name),
          caseId,
          state: kind.initial,
          audience: audience ?? kind.audience,
          privilege: privilege ?? kind.privilege,
          tags: tags ?? [],
          fields,
        };
        return this.#changed(records.act(this.#tick(), reason ?? null, [{ verb: 'create', record }], this.#today()));
      },
      'records.update': ({ id, seq, fields, audience, named, privilege, tags, reason }) => {
        const before = records.get(id);
        if ((records.lastOf(id)?.seq ?? 0) > seq) refuse({ code: 'changed-since', number: before.number, by: 'Litigation', at: '10:40' });
        const merged = Object.fromEntries(Object.entries({ ...before.fields, ...fields }).filter(([, value]) => value !== null));
        const { named: was, ...others } = before;
        const byName = named === undefined ? was : (named ?? undefined);
        return this.#changed(
          records.act(
            this.#tick(),
            reason ?? null,
            [
              {
                verb: 'update',
                record: { ...others, ...(byName && { named: byName }), fields: merged, ...(audience && { audience }), ...(privilege && { privilege }), ...(tags && { tags }) },
              },
            ],
            this.#today(),
          ),
        );
      },
      'records.move': ({ id, to, reason }) => {
        const before = records.get(id);
        const allowed = kindNamed(before.kind)?.moves[before.state] ?? [];
        if (!allowed.includes(to)) refuse({ code: 'move-not-allowed', number: before.number, from: before.state, to, allowed });
        return this.#changed(records.act(this.#tick(), reason ?? null, [{ verb: 'move', record: { ...before, state: to } }], this.#today()));
      },
      'records.remove': ({ id, reason }) => {
        const before = records.get(id);
        return this.#changed(
          records.act(this.#tick(), reason, [{ verb: 'remove', record: { ...before, removed: { at: this.#now, by: 'Export counsel', reason } } }], this.#today()),
        );
      },
      'records.undo': ({ act }) => {
        const entries = records.entries.filter((entry) => entry.act === act);
        const back = entries.map(({ before, after }) => before ?? { ...after, removed: { at: this.#now, by: 'Export counsel', reason: 'undone' } });
        const done = records.keep(
          this.#tick(),
          'undo',
          back.map((record) => ({ verb: 'undo', record })),
        );
        this.#changed(done);
        return { act: done.act, numbers: back.map((record) => record.number) };
      },
      'records.history': ({ number, caseId, after, limit, asOf }) => {
        const entries = records.entries
          .filter(
            (entry) =>
              entry.seq > (after ?? 0) &&
              (number === undefined || entry.after.number === number) &&
              (caseId === undefined || entry.after.caseId === caseId) &&
              (asOf === undefined || entry.at <= asOf),
          )
          .toReversed();
        return {
          entries: entries.slice(0, limit).map((entry) => ({
            seq: entry.seq,
            act: entry.act,
            at: entry.at,
            actor: 'Export counsel',
            verb: entry.verb,
            record: entry.after.id,
            number: entry.after.number,
            kind: entry.after.kind,
            title: records.slim(entry.after).title,
            reason: entry.reason,
            erased: false,
            changes: records.changes(entry).slice(0, 12),
          })),
          more: entries.length > limit,
        };
      },
      'records.search': searchIn(records, () => ({ instant: this.#now, zone: this.setting.zone })),
      ...fakeDrafts(this.drafts, desk, () => this.diskFull),
      ...dateHandlers({ clock: () => ({ instant: this.#now, zone: this.setting.zone }) }),
      ...fakeLaw({ ...desk, today: () => this.#today() }),
      ...netHandlers(records, () => this.#today(), this.missed),
      ...this.printer.handlers,
      ...clipboardHandlersOver(records, () => this.#now, this.setting.zone),
      ...workHandlers({ onPaper: this.printer.onPaper, ...desk, pagesStand: () => this.pagesStand, paperSays: () => this.paperSays }),
      ...keepingHandlers({ ...desk, opened: () => this.#put(true), standsAt: () => this.erasureStands }),
      ...scopeHandlersOver({ ...desk, today: () => this.#today() }),
      ...diagnosticsHandlersOver(this.faults, () => this.#now),
      'settings.read': () => this.#settings,
      'settings.save': (settings) => {
        this.#settings = settings;
        return {};
      },
      'window.act': () => ({ done: false }),
      'settings.fixed': () => this.fixed,
      'settings.export': () => ({ file: 'cordon-settings.json', release: 'REL-001' }),
    };
    // What was asked, in its order: some tests look at it.
    return new Proxy(handlers, {
      get: (all, name) => {
        const handler: unknown = Reflect.get(all, name);
        if (typeof handler !== 'function') return handler;
        return (...question: unknown[]): unknown => {
          this.asked.push(String(name));
          return Reflect.apply(handler, all, question);
        };
      },
    });
  }

  /** Time goes on a little with every act. */
  #tick(): number {
    return (this.#now += 1000);
  }
}
