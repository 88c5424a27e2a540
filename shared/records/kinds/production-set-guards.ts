import type { Look } from '../kind.ts';
import type { ProductionSet } from './production-set.ts';

type Document = NonNullable<ProductionSet['fields']['documents']>[number];

/** The prefix and number of a Bates number, or null where it is none: `ACME-BIS-0000001`. */
export function batesNumber(text: string): { readonly prefix: string; readonly at: number } | null {
  const match = /^(.*?)(\d{1,15})$/.exec(text.trim());
  return match === null || match[2] === undefined ? null : { prefix: match[1] ?? '', at: Number(match[2]) };
}

interface Range {
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
}
const rangeOf = (one: Document): Range | null => {
  const [begin, end] = [batesNumber(one.begin), batesNumber(one.end)];
  return begin === null || end === null || begin.prefix !== end.prefix || end.at < begin.at ? null : { prefix: begin.prefix, from: begin.at, to: end.at };
};
const meet = (a: Range, b: Range): boolean => a.prefix === b.prefix && a.from <= b.to && b.from <= a.to;

/** Ranges are readable, follow one another without overlap or gap, and no number was given out in another set of the case (domain.md §2.7). */
export function batesRanges(set: ProductionSet, look: Look): string[] {
  const documents = set.fields.documents ?? [];
  const ranges = documents.map((one) => ({ one, range: rangeOf(one) }));
  const bad = ranges.filter(({ range }) => range === null).map(({ one }) => `${one.begin} to ${one.end} is no Bates range.`);
  const good = ranges.flatMap(({ one, range }) => (range === null ? [] : [{ one, range }])).sort((a, b) => a.range.from - b.range.from);
  const broken = good.slice(1).flatMap(({ one, range }, i) => {
    const before = good[i];
    if (before === undefined || before.range.prefix !== range.prefix) return [];
    if (range.from <= before.range.to) return [`${one.begin} overlaps ${before.one.end}.`];
    return range.from === before.range.to + 1 || set.fields.gaps !== undefined ? [] : [`There is a gap between ${before.one.end} and ${one.begin}, and nothing says why.`];
  });
  const elsewhere =
    set.caseId === null ? [] : look.inCase(set.caseId).filter((other) => other.kind === 'production_set' && other.id !== set.id && other.id !== set.fields.replaces);
  const taken = elsewhere.flatMap((other) => {
    // Proof of the cast: the kind has been looked at, and every record in a case was parsed by its kind's schema.
    const theirs = ((other as unknown as ProductionSet).fields.documents ?? []).map(rangeOf).filter((range) => range !== null);
    return good.filter(({ range }) => theirs.some((range2) => meet(range, range2))).map(({ one }) => `${one.begin} was given out in ${other.number}.`);
  });
  return [...bad, ...broken, ...taken];
}

/** Nothing privileged leaves without a decision, and every withheld document is in the log. */
export function privilegeLooked(set: ProductionSet, look: Look): string[] {
  return (set.fields.documents ?? []).flatMap((one) => {
    const item = look.get(one.item);
    if (item === undefined || item.privilege === 'none') return [];
    const logged = look.linkingTo(item.id, 'logged').some((entry) => entry.kind === 'privilege_entry' && entry.fields['treatment'] === 'redacted');
    return logged ? [] : [`${item.number} is privileged or under review, and the log has no entry that lets a redacted version go.`];
  });
}

/** Families stay together or somebody says why not. */
export function familiesTogether(set: ProductionSet, look: Look): string[] {
  const inside = new Set((set.fields.documents ?? []).map((one) => one.item));
  return (set.fields.documents ?? []).flatMap((one) => {
    const item = look.get(one.item);
    const parent: unknown = item?.fields['family'];
    const members = [
      ...(typeof parent === 'string' ? [parent] : []),
      ...look
        .linkingTo(one.item, 'family')
        .filter((each) => each.kind === 'evidence_item')
        .map((each) => each.id),
    ];
    const left = members.filter((id) => !inside.has(id) && !look.linkingTo(id, 'logged').some((entry) => entry.kind === 'privilege_entry'));
    return left.length === 0 || one.familyNote !== undefined ? [] : [`${item?.number ?? one.item}: its family is not whole, and nothing says why.`];
  });
}
