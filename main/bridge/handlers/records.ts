import type { Contract } from '../../../shared/contract/contract.ts';
import { kindNamed } from '../../../shared/records/kinds.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import type { Reading } from '../../records/reading.ts';
import { isShell } from '../../records/row.ts';
import { copiedRecord, isKindName, wholeCase } from '../../records/whole-case.ts';
import { refuse } from '../../../shared/failure/failure.ts';
import type { Act } from '../../records/records.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';

type Names =
  | 'records.list'
  | 'records.sealed'
  | 'records.workingSet'
  | 'records.changesSince'
  | 'records.past'
  | 'records.get'
  | 'records.several'
  | 'records.whole'
  | 'records.create'
  | 'records.update'
  | 'records.move'
  | 'records.remove'
  | 'records.undo'
  | 'records.history'
  | 'records.search';
export type RecordHandlers = Pick<Handlers<Contract>, Names>;

/** A record as its page shows it, with what it links to and what links to it. */
function wholeOf(reading: Reading, record: AnyRecord) {
  const { seq, at, actor } = reading.changed(record.id);
  // Fields are plain JSON (their schema's output); the copy leaves behind whatever only the vault may hold.
  return { record: copiedRecord(record), ...reading.namesAround(record.id), changedAt: at, changedBy: actor, seq };
}
const changed = ({ act, to, result }: Act & { readonly result: AnyRecord }) => ({ id: result.id, number: result.number, act, seq: to });

/** Asking for records and changing them. */
export function recordHandlers({ session }: Pick<Context, 'session'>): RecordHandlers {
  const records = () => session.opened().records;
  return {
    'records.list': ({ asOf, ...question }) => {
      const reading = records().reading(asOf);
      return { ...reading.list(question), seq: reading.seq };
    },
    'records.sealed': ({ kind: name, text, limit }) => {
      const kind = kindNamed(name);
      if (!isKindName(name) || kind?.compartment === undefined) return refuse({ code: 'misuse', why: `${name} is no sealed kind` });
      const wanted = text.trim().toLowerCase();
      const readable = records()
        .reading()
        .all(name)
        .filter((one) => !isShell(one));
      const rows = readable.map(({ id, number, fields }) => ({ id, number, title: kind.title(fields) }));
      return { rows: rows.filter(({ number, title }) => `${number} ${title}`.toLowerCase().includes(wanted)).slice(-limit) };
    },
    'records.workingSet': (question) => records().workingSet(question),
    'records.changesSince': ({ seq }) => records().changesSince(seq),
    'records.past': async ({ asOf, words }, { signal, tell }) => {
      // A hundred steps are enough for an eye.
      let told = -1;
      await records().ready(asOf, {
        signal,
        part: words ? 'words' : 'rows',
        tell: (share) => {
          const done = Math.floor(share * 100);
          if (done > told) tell({ done: (told = done), of: 100, unit: '%', what: '' });
        },
      });
      return { seq: records().reading(asOf).seq };
    },
    'records.get': ({ number, asOf }) => {
      const reading = records().reading(asOf);
      return wholeOf(reading, reading.require(number));
    },
    'records.several': ({ numbers, asOf }) => {
      const reading = records().reading(asOf);
      return {
        records: numbers.flatMap((number) => {
          const record = reading.get(number);
          return record === undefined ? [] : [wholeOf(reading, record)];
        }),
      };
    },
    'records.whole': (question) => wholeCase(records().reading(question.asOf), question),
    'records.create': async ({ kind, reason, form, ...input }) =>
      changed(await records().change(reason ?? null, (writing) => writing.createAny(kind, input), form === undefined ? undefined : { form, record: null })),
    'records.update': async ({ id, reason, form, ...patch }) =>
      changed(await records().change(reason ?? null, (writing) => writing.update(id, patch, reason), form === undefined ? undefined : { form, record: id })),
    'records.move': async ({ id, to, reason }) => changed(await records().change(reason ?? null, (writing) => writing.move(id, to, reason))),
    'records.remove': async ({ id, reason }) => changed(await records().change(reason, (writing) => writing.remove(id, reason))),
    'records.undo': async ({ act }, { signal, tell }) => {
      const undone = await records().undo(act, { signal, tell: (done, of) => tell({ done, of, unit: 'record', what: '' }) });
      return { act: undone.act, numbers: [...undone.numbers] };
    },
    'records.history': (question) => records().history(question),
    'records.search': (question) => records().search(question),
  };
}
