import type { Contract } from '../../../shared/contract/contract.ts';
import { kindNamed, kindNames, type KindName } from '../../../shared/records/kinds.ts';
import { linksIn } from '../../../shared/records/links.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import type { Linked, Reading } from '../../records/reading.ts';
import { isShell } from '../../records/row.ts';
import { refuse } from '../../../shared/failure/failure.ts';
import type { Act } from '../../records/records.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';

type Names =
  | 'records.list'
  | 'records.sealed'
  | 'records.workingSet'
  | 'records.changesSince'
  | 'records.get'
  | 'records.whole'
  | 'records.create'
  | 'records.update'
  | 'records.move'
  | 'records.remove'
  | 'records.undo'
  | 'records.history'
  | 'records.search';
export type RecordHandlers = Pick<Handlers<Contract>, Names>;

const isKindName = (name: string): name is KindName => kindNames.some((one) => one === name);

/** What stands for a record in a link: nothing of a sealed one but that it is there. */
const linkTo = ({ role, record }: Linked) => ({ role, ...namedRecord(record) });

function namedRecord(record: AnyRecord) {
  const kind = kindNamed(record.kind);
  // Proof of the cast: the kind's own schema parsed these fields when they were written.
  const title = !kind || isShell(record) ? '' : kind.title(record.fields);
  return { id: record.id, number: record.number, kind: record.kind, title, state: record.state };
}

/** The records that link to this one, once for every role in which they do. */
function linkedFrom(reading: Reading, id: string) {
  return reading.linkingTo(id).flatMap((record) =>
    [
      ...new Set(
        reading
          .linksOf(record.id)
          .filter((link) => link.record.id === id)
          .map((link) => link.role),
      ),
    ].map((role) => linkTo({ role, record })),
  );
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
    'records.get': ({ number, asOf }) => {
      const reading = records().reading(asOf);
      const record = reading.require(number);
      const { seq, at, actor } = reading.changed(record.id);
      // Fields are plain JSON (their schema's output); the copy leaves behind whatever only the vault may hold.
      return {
        record: { ...record, tags: [...record.tags], fields: { ...record.fields } },
        links: reading.linksOf(record.id).map(linkTo),
        linkedFrom: linkedFrom(reading, record.id),
        changedAt: at,
        changedBy: actor,
        seq,
      };
    },
    'records.whole': ({ kinds, caseId, limit, asOf }) => {
      const reading = records().reading(asOf);
      const all = kinds
        .flatMap((kind): AnyRecord[] => (isKindName(kind) ? reading.all(kind) : []))
        .filter((record) => !record.removed && !isShell(record) && (caseId === null || record.caseId === caseId || record.id === caseId));
      const going = all.slice(0, limit);
      const wanted = new Set(going.flatMap((record) => linksIn(kindNamed(record.kind)?.fields ?? {}, record.fields).map((link) => link.to)));
      const names = [...wanted].flatMap((id) => {
        const record = reading.get(id);
        return record === undefined ? [] : [namedRecord(record)];
      });
      return {
        records: going.map((record) => ({ ...record, tags: [...record.tags], fields: { ...record.fields } })),
        names,
        more: all.length - going.length,
        seq: reading.seq,
      };
    },
    'records.create': async ({ kind, reason, ...input }) => changed(await records().change(reason ?? null, (writing) => writing.createAny(kind, input))),
    'records.update': async ({ id, reason, ...patch }) => changed(await records().change(reason ?? null, (writing) => writing.update(id, patch, reason))),
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
