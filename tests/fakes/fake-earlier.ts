import type { Contract } from '../../shared/contract/contract.ts';
import { earlierFields, versionStands } from '../../shared/records/earlier.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { holdsWords, typedWords } from '../../shared/records/typed-words.ts';
import type { Handlers } from '../../main/bridge/serve.ts';
import type { FakeDesk } from './fake-work.ts';

type Names = 'records.removed' | 'records.putBack' | 'records.earlier' | 'records.restoreEarlier';

/** What was removed and what stood before, over records in memory. */
export function earlierHandlersOver({ records, tick, changed }: FakeDesk, today: () => string): Pick<Handlers<Contract>, Names> {
  const thenOf = (record: AnyRecord, entry: number) =>
    records.entries.find(({ seq, after }) => seq === entry && after.id === record.id) ?? refuse({ code: 'record-not-found', number: `${record.number}, entry ${entry}` });
  const versionOf = (number: string, entry: number) => {
    const now = records.get(number);
    const then = thenOf(now, entry);
    const kind = kindNamed(now.kind) ?? refuse({ code: 'record-not-found', number });
    return { now, then, fields: earlierFields(kind, now, then.after, new Map()), instead: versionStands(kind, now) };
  };
  return {
    'records.removed': ({ caseId, text = '', before, limit }) => {
      const rows = records
        .removed()
        .filter((record) => caseId === undefined || record.caseId === caseId)
        .map((record) => {
          const { title, seq } = records.slim(record);
          const { id, number, kind, state, removed } = record;
          return { id, number, kind, state, title, at: removed?.at ?? 0, actor: removed?.by ?? '', reason: removed?.reason ?? null, seq };
        })
        .filter(({ number, title }) => holdsWords(`${number} ${title}`, typedWords(text)))
        .sort((a, b) => b.seq - a.seq);
      return { rows: rows.filter(({ seq }) => before === undefined || seq < before).slice(0, limit), total: rows.length };
    },
    'records.putBack': ({ numbers }) => {
      const back = numbers.map((number) => {
        const { removed: _gone, ...record } = records.get(number);
        return { verb: 'restore', record };
      });
      const done = records.act(tick(), null, back, today());
      changed(done);
      return { act: done.act, records: numbers.length, seq: done.to };
    },
    'records.earlier': ({ number, entry }) => {
      const { now, then, fields, instead } = versionOf(number, entry);
      return {
        number: now.number,
        entry,
        at: then.at,
        actor: 'Export counsel',
        fields: fields.map(({ lines, ...field }) => ({ ...field, lines: [...lines] })),
        instead,
        seq: records.lastOf(now.id)?.seq ?? 0,
      };
    },
    'records.restoreEarlier': ({ number, entry, fields: wanted, reason }) => {
      const { now, then, fields, instead } = versionOf(number, entry);
      const why = instead ?? fields.find(({ field, why: stands }) => wanted.includes(field) && stands !== null)?.why ?? null;
      if (why !== null) refuse({ code: 'cannot-restore', number, why });
      const back = Object.entries({ ...now.fields, ...Object.fromEntries(wanted.map((name) => [name, then.after.fields[name]])) }).filter(([, value]) => value !== undefined);
      const done = records.act(tick(), reason, [{ verb: 'update', record: { ...now, fields: Object.fromEntries(back) } }], today());
      changed(done);
      return { id: now.id, number, act: done.act, seq: done.to };
    },
  };
}
