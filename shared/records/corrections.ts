import { fieldDifferences } from './diff.ts';
import type { Look } from './kind.ts';
import { isKind, kindNamed, type RecordOf } from './kinds.ts';
import type { AnyRecord } from './record.ts';

type Correction = RecordOf<'correction'>['fields'];
export interface Raised {
  readonly caseId: string | null;
  readonly fields: Correction;
}

/** The roles in which a paper or a statement links to what it rests on. */
export const restingRoles = ['statement_source', 'source', 'exhibit'] as const;

/** What the program writes as work goes on; none of it makes a sentence untrue. */
const routine: Readonly<Record<string, readonly string[]>> = {
  evidence_item: ['custody', 'sameBytesAs', 'bates'],
  filing: ['outputs', 'proof', 'receiptNumber', 'received', 'served', 'filed', 'approval', 'touches', 'stale'],
};
/** Kinds whose state is the state of our work on them, and says nothing of the world. */
const stateIsWork: readonly string[] = ['evidence_item', 'communication', 'filing', 'note', 'chronology_event', 'statement', 'party'];
/** What is no fact. */
const noFact: readonly string[] = ['correction', 'release', 'approval', 'evidence_text', 'case'];

const sentStates: readonly string[] = ['filed', 'accepted', 'served', 'closed'];
const open: readonly string[] = ['open', 'drafted'];
/** The most differences that are told; the history has them all. */
const mostTold = 6;

/**
 * What is raised when `before` becomes `after` (domain.md §7 U10): a correction to consider for each submission that was sent and rests on
 * it, and for each statement to a regulator or a court that does. None where nothing a sentence could rest on changed, and none where one
 * is open already for the same two.
 */
export function correctionsFor(before: AnyRecord, after: AnyRecord, look: Look): Raised[] {
  if (noFact.includes(after.kind)) return [];
  // Asked first: nearly every record is cited by nothing that was sent, and a change must stay quick.
  const told = restingRoles.flatMap((role) => look.linkingTo(after.id, role)).filter((record) => record.id !== after.id && restingOn(record, after.id) !== null);
  if (told.length === 0) return [];
  const change = changeWords(before, after, look);
  if (change === null) return [];
  return [...new Map(told.map((record) => [record.id, record])).values()].flatMap((record): Raised[] => {
    const sentences = restingOn(record, after.id);
    if (sentences === null || alreadyOpen(record.id, after.id, look)) return [];
    const who = toldTo(record, look);
    return [
      {
        caseId: record.caseId,
        fields: {
          told: record.id,
          // A link leads to what stands; of what was removed the title says the number.
          ...(after.removed === undefined && { changed: after.id }),
          title: `What we told ${who} in ${record.number} may no longer be true: ${after.number} changed`,
          sentences: sentences.map((text) => ({ text })),
          change,
          draft: draftOf(record, sentences, change),
          raised: look.today,
        },
      },
    ];
  });
}

/** The sentences of a paper or statement that rest on a record; null when it was never sent to anybody who must be told. */
function restingOn(record: AnyRecord, fact: string): readonly string[] | null {
  if (isKind(record, 'filing')) {
    if (record.fields.forum === 'internal' || !sentStates.includes(record.state)) return null;
    return (record.fields.statements ?? []).filter((one) => (one.sources ?? []).includes(fact)).map((one) => one.text);
  }
  if (isKind(record, 'statement')) {
    const bound = record.fields.continuing === true || record.fields.forum === 'regulator' || record.fields.forum === 'court';
    return record.state === 'made' && record.fields.side === 'ours' && bound ? [record.fields.verbatim] : null;
  }
  return null;
}

function alreadyOpen(told: string, changed: string, look: Look): boolean {
  return look.linkingTo(told, 'corrects').some((record) => isKind(record, 'correction') && record.fields.changed === changed && open.includes(record.state));
}

function toldTo(record: AnyRecord, look: Look): string {
  const to = isKind(record, 'filing') ? record.fields.to?.[0] : undefined;
  const name = to === undefined ? undefined : look.get(to)?.fields['name'];
  if (typeof name === 'string') return name;
  if (isKind(record, 'filing')) return record.fields.forum === 'court' ? 'the court' : 'the agency';
  return isKind(record, 'statement') && record.fields.forum === 'court' ? 'the court' : 'the regulator';
}

/** What changed, in words, or null when nothing did on which a sentence could rest. Of a sealed record only that it changed. */
function changeWords(before: AnyRecord, after: AnyRecord, look: Look): string | null {
  const kind = kindNamed(after.kind);
  if (kind === undefined) return null;
  const state = (name: string) => kind.states[name]?.label ?? name;
  const moved = before.state !== after.state && !stateIsWork.includes(after.kind) ? [`State: “${state(before.state)}” became “${state(after.state)}”`] : [];
  const gone = after.removed !== undefined && before.removed === undefined ? [`It was removed: ${after.removed.reason}`] : [];
  const skipped = routine[after.kind] ?? [];
  const changed = fieldDifferences(kind.fields, before.fields, after.fields, (id) => look.get(id)?.number).filter((one) => !skipped.includes(one.field.split('.')[0] ?? ''));
  const all = [
    ...gone,
    ...moved,
    ...changed.map((one) => `${one.label}: ${one.old === null ? 'nothing' : `“${one.old}”`} became ${one.new === null ? 'nothing' : `“${one.new}”`}`),
  ];
  if (all.length === 0) return null;
  if (kind.compartment !== undefined) return `${after.number} changed. What it says is sealed.`;
  const shown = all.slice(0, mostTold);
  return [...shown, ...(all.length > shown.length ? [`and ${String(all.length - shown.length)} further changes, in the history of ${after.number}`] : [])].join('\n');
}

function draftOf(record: AnyRecord, sentences: readonly string[], change: string): string {
  const title = isKind(record, 'filing') || isKind(record, 'statement') ? record.fields.title : record.number;
  const said = sentences.length === 0 ? 'It rests on a record that has changed since.' : sentences.map((text) => `We said: “${text}”`).join('\n');
  return `DRAFT, not reviewed. Correction of “${title}”.\n${said}\nSince then:\n${change}\nWe therefore correct what we said as follows: …`;
}
