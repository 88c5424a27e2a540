import { linksIn } from '../../shared/records/links.ts';
import { isKind, kindNamed, type RecordOf } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { noSignatures } from '../../shared/records/signatures.ts';
import type { Reading } from '../records/reading.ts';

/** Records in memory, read as a vault's are: what documents ask of `Reading` and no more. */
export function readingOfSample(records: readonly AnyRecord[]): Reading {
  const get = (wanted: string) => records.find((one) => one.id === wanted || one.number === wanted);
  const links = records.flatMap((one) => linksIn(kindNamed(one.kind)?.fields ?? {}, one.fields).map((link) => ({ from: one, ...link })));
  const notAsked = () => {
    throw new Error('no document asks this');
  };
  return {
    seq: 4182,
    get,
    require: (wanted) => get(wanted) ?? notAsked(),
    linkingTo: (id, role) =>
      [...new Set(links.filter((link) => link.to === id && (role === undefined || link.role === role)).map((link) => link.from))].filter((one) => one.removed === undefined),
    linksOf: notAsked,
    namesAround: notAsked,
    names: notAsked,
    list: notAsked,
    numbers: notAsked,
    firstLines: notAsked,
    rowsOf: notAsked,
    counts: notAsked,
    all: (kind, caseId) =>
      records.filter((one): one is AnyRecord & RecordOf<typeof kind> => isKind(one, kind) && one.removed === undefined && (caseId === undefined || one.caseId === caseId)),
    open: notAsked,
    openDue: notAsked,
    hanging: notAsked,
    inCase: notAsked,
    signatures: noSignatures,
    changed: notAsked,
  };
}
