import type { Contract } from '../../shared/contract/contract.ts';
import type { Reply } from '../../shared/contract/wire.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { authorityWords } from '../../shared/records/authority.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { backupState } from '../../main/exchange/backup-reminder.ts';
import type { Handlers } from '../../main/bridge/serve.ts';
import type { FakeDesk } from './fake-work.ts';

type Names =
  | 'session.choosePlace'
  | 'session.chooseVault'
  | 'session.chooseBackup'
  | 'session.restore'
  | 'backups.state'
  | 'backups.save'
  | 'backups.check'
  | 'backups.destroyed'
  | 'records.erasure'
  | 'records.erase'
  | 'records.sequester'
  | 'records.lift';
type Known = Reply<Contract, 'backups.state'>['backups'][number];
const day = 86_400_000;

export type ErasureStands = 'waiting' | 'taking-away' | 'traces-left' | null;

export interface KeepingDesk extends FakeDesk {
  readonly opened: () => Reply<Contract, 'session.state'>;
  /** Where an erasure stands still, until a test lets it go on. */
  readonly standsAt: () => ErasureStands;
}

/** Backups, restoring, sequestering and erasing over records in memory: what the window is told is what the vault would tell. */
export function keepingHandlers({ records, tick, changed, opened, standsAt }: KeepingDesk): Pick<Handlers<Contract>, Names> {
  const backups: Known[] = [];
  const first = tick();
  const known = (entry: number, at: number): Known => ({
    entry,
    file: 'Sample case 2026-10-15.cordon.tar',
    at,
    by: 'Ada Reyes',
    bytes: 48_214_016,
    sha256: 'c4'.repeat(32),
    upTo: entry - 1,
    locked: false,
    destroyed: null,
    checked: null,
  });
  backups.push(known(3, first - 9 * day));
  const one = (number: string): AnyRecord => records.get(number);
  const close = (numbers: readonly string[], verb: string, reason: string, by: (record: AnyRecord, at: number) => AnyRecord) => {
    const at = tick();
    const done = records.keep(
      at,
      reason,
      numbers.map((number) => ({ verb, record: by(one(number), at) })),
    );
    changed(done);
    return { numbers: [...numbers], act: done.act };
  };
  const shell = ({ id, kind, number, caseId, state, audience, privilege }: AnyRecord): AnyRecord => ({
    id,
    kind,
    number,
    caseId,
    state,
    audience,
    privilege,
    tags: [],
    fields: {},
  });
  const whole = new Map<string, AnyRecord>();

  return {
    // What the host's own dialogs would give.
    'session.choosePlace': () => ({ token: 'place', name: 'Documents' }),
    'session.chooseVault': () => ({ token: 'chosen', name: 'Outside counsel' }),
    'session.chooseBackup': () => ({ token: 'backup', name: 'Outside counsel 2026-10-15.cordon.tar.age', locked: true }),
    'session.restore': async ({ key, identity }, { signal, tell }) => {
      if (identity !== null && !identity.startsWith('AGE-SECRET-KEY-1'))
        refuse({ code: 'backup-refused', file: 'Outside counsel 2026-10-15.cordon.tar.age', why: 'identity', part: '' });
      if ('passphrase' in key && key.passphrase !== 'correct horse battery staple') refuse({ code: 'wrong-passphrase' });
      for (let done = 0; done <= 10; done++) {
        if (signal.aborted) refuse({ code: 'cancelled' });
        tell({ done: done * 4_800_000, of: 48_000_000, unit: 'byte', what: done < 8 ? 'unpacking' : 'checking' });
        await new Promise((resolve) => setTimeout(resolve, records.keepingPace));
      }
      return { state: opened(), findings: [] };
    },
    'backups.state': () => ({ ...backupState(backups, { seq: records.entries.length, madeAt: 0, now: { instant: tick(), zone: 'UTC' } }), backups }),
    'backups.save': async ({ recipients }, { signal, tell }) => {
      for (let done = 0; done <= 10; done++) {
        if (signal.aborted) refuse({ code: 'cancelled' });
        tell({ done: done * 4_800_000, of: 48_000_000, unit: 'byte', what: 'backup' });
        await new Promise((resolve) => setTimeout(resolve, records.keepingPace));
      }
      const locked = recipients.length > 0;
      // The vault's own entry, told to the window like every other.
      const [touched] = records.all();
      if (touched) changed(records.keep(tick(), null, [{ verb: 'backed-up', record: touched }]));
      const made = { ...known(records.entries.length, tick()), file: `Sample case 2026-10-24.cordon.tar${locked ? '.age' : ''}`, locked };
      backups.unshift(made);
      return { file: made.file, bytes: made.bytes, sha256: made.sha256, seq: made.upTo, blobs: 14, unsound: 0, locked };
    },
    'backups.check': async ({ token }, { signal, tell }) => {
      for (let done = 0; done <= 5; done++) {
        if (signal.aborted) refuse({ code: 'cancelled' });
        tell({ done: done * 9_600_000, of: 48_000_000, unit: 'byte', what: 'checking' });
        await new Promise((resolve) => setTimeout(resolve, records.keepingPace));
      }
      const [last] = backups;
      // What the fake's own dialog gives is the newest one; anything else is none of them.
      if (token !== 'backup' || !last) return { file: 'Old.cordon.tar', entry: null, recorded: false };
      backups[0] = { ...last, checked: tick() };
      return { file: last.file, entry: last.entry, recorded: true };
    },
    'backups.destroyed': ({ entry }) => {
      const at = backups.findIndex((backup) => backup.entry === entry);
      const found = backups[at] ?? refuse({ code: 'misuse', why: 'This vault knows of no such backup.' });
      backups[at] = { ...found, destroyed: tick() };
      return {};
    },
    'records.erasure': ({ numbers }) => ({
      records: numbers.map((number) => {
        const record = one(number);
        const kind = kindNamed(record.kind);
        return { number, kind: kind?.label ?? record.kind, title: record.sequestered ? '' : (kind?.title(record.fields) ?? ''), entries: 2, drafts: 1, indexed: true };
      }),
      files: { count: 1, bytes: 184_220 },
      floors: numbers.includes('EX-003') ? ['DL-004 says to keep it at least until January 8, 2036 (15 CFR 762.6(a)).'] : [],
      hinders: numbers.includes('EX-001') ? ['HOLD-001 holds it: nothing under a legal hold may be removed.'] : [],
      mentionedBy: [{ number: 'NOTE-001', kind: 'Note', title: 'What the letter says' }],
      releases: [{ number: 'REL-002', title: 'Export of a case' }],
      backups: backups.filter(({ destroyed }) => destroyed === null),
    }),
    'records.erase': async ({ numbers, authority }, { signal, tell }) => {
      const stand = async (what: 'waiting' | 'taking-away') => {
        tell({ done: what === 'waiting' ? 0 : 1, of: 2, unit: 'step', what });
        while (standsAt() === what) {
          if (signal.aborted && what === 'waiting') refuse({ code: 'cancelled' });
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      };
      await stand('waiting');
      // As the vault does it: the record is told to be erased, and then its traces are taken away.
      const done = close(numbers, 'erased', authorityWords(authority), (record, at) => ({ ...shell(record), erased: { at, by: 'Ada Reyes', reason: authorityWords(authority) } }));
      await stand('taking-away');
      if (standsAt() === 'traces-left') refuse({ code: 'traces-left', why: 'vault.db-wal: it is being read' });
      return done;
    },
    'records.sequester': ({ numbers, authority }) =>
      close(numbers, 'sequester', authorityWords(authority), (record, at) => {
        whole.set(record.number, record);
        return { ...shell(record), sequestered: { at, by: 'Ada Reyes', reason: authorityWords(authority) } };
      }),
    'records.lift': ({ numbers, reason }) => close(numbers, 'lift', reason, (record) => whole.get(record.number) ?? record),
  };
}
