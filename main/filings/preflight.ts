import type { Now } from '../../shared/calendar/clock.ts';
import type { Audience, Fields } from '../../shared/records/field.ts';
import { isKind, kindNamed, type RecordOf } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { reviewOf, type Seeing } from '../../shared/records/approvals.ts';
import { filingApprovals } from '../../shared/records/kinds/filing-guards.ts';
import { whyWithheld, withhold, type Withheld } from '../exchange/withhold.ts';
import { lawOf } from '../records/law-of.ts';
import type { Reading } from '../records/reading.ts';
import { confirmed } from '../../shared/records/views/confirmed-date.ts';
import { ordersAbout, paperOf, subjectOf, type PaperAsked, type Subject } from './paper-of.ts';
import { outsideThePrivilege, type Recipient } from '../exchange/recipient.ts';
import { requestsAbout } from './requests.ts';
import { internalShelf, isSealed, shelfOf, type Shelf } from './shelf.ts';

/** Something that stands in the way of a paper, or that whoever sends it should know. */
export interface Finding {
  readonly number: string;
  readonly field: string;
  readonly why: string;
  readonly refuses: boolean;
}
export interface Preflight {
  readonly findings: readonly Finding[];
  /** What the paper may be made of; on an outgoing one nothing that was not chosen. */
  readonly shelf: Shelf;
  readonly subject: Subject;
  /** Who may see it. */
  readonly audience: Audience;
}

type Filing = RecordOf<'filing'>;
/** For whom a paper is: an audience, and by name where one was said. */
interface Reader {
  readonly audience: Audience;
  readonly recipient: string | undefined;
}
const approvedStates = ['approved', 'signed', 'preflighted', 'filed', 'accepted', 'corrected', 'served'];
/** The filing type of each paper that may leave; a status of access is our reading of orders and stays inside. */
const types = { 'order-summary': 'order_summary', 'status-report': 'status_report', 'access-status': null } as const;
const audiencesOf: Readonly<Record<Filing['fields']['forum'], Audience>> = { agency: 'agency', court: 'court', internal: 'outside_counsel' };

/**
 * Looks at what a paper would be made of. For an outgoing one it wants an approved filing that chooses every record by name, and names
 * each record that is privileged, under review, sealed or not for this reader, and each date that counsel has not confirmed
 * (domain.md §7 U1, U2). Refuses `record-not-found`.
 */
export function preflight(reading: Reading, asked: PaperAsked, now: Now): Preflight {
  const subject = subjectOf(reading, asked);
  const { filing, model, recipient } = subject;
  if (asked.profile === 'internal') return { findings: ofInternal(reading, subject, asked, now), shelf: internalShelf(reading), subject, audience: 'internal' };
  if (types[asked.document] === null)
    return {
      findings: [stop(model.number, 'document', 'it is our own reading of the orders and is made for inside use only')],
      shelf: shelfOf(reading, () => undefined),
      subject,
      audience: 'internal',
    };
  if (filing === undefined)
    return {
      findings: [stop(model.number, 'filing', 'nothing leaves without an approved filing that chooses what is in it')],
      shelf: shelfOf(reading, () => undefined),
      subject,
      audience: 'agency',
    };
  const audience = audiencesOf[filing.fields.forum];
  const reader: Reader = { audience, recipient: recipient?.name };
  const chosen = chosenBy(reading, filing);
  const shelf = shelfOf(reading, (record) => permitted(record, chosen.has(record.id) || record.kind === 'party', reader));
  const findings = [
    ...ofFiling(subject, filing, asked, reading),
    ...ofRecipient(filing, recipient),
    ...[...chosen.values()].flatMap((record) => ofChosen(record, reader, shelf)),
    ...ofTouched(reading, subject, asked, now, chosen, filing),
    ...(chosen.has(model.id) ? ofParties(reading, subject, asked, now, chosen, reader) : []),
  ];
  return { findings: unique(findings), shelf, subject, audience };
}

const stop = (number: string, field: string, why: string): Finding => ({ number, field, why, refuses: true });
const note = (number: string, why: string): Finding => ({ number, field: 'State', why, refuses: false });
const unique = (findings: readonly Finding[]) => [...new Map(findings.map((one) => [`${one.number} ${one.field} ${one.why}`, one])).values()];

/** Records the filing names: what it is about, what it rests on, its exhibits and to whom it goes; not what it says to leave out. */
function chosenBy(reading: Reading, filing: Filing): ReadonlyMap<string, AnyRecord> {
  const { models, orders, sources, statements, exhibits, to, touches } = filing.fields;
  const named = [
    ...(models ?? []),
    ...(orders ?? []),
    ...(sources ?? []),
    ...(statements ?? []).flatMap((one) => one.sources ?? []),
    ...(exhibits ?? []).map((one) => one.redacted ?? one.item),
    ...(to ?? []),
  ];
  const out = new Set((touches ?? []).filter((one) => one.decision === 'leave_out' || one.decision === 'summarize').map((one) => one.record));
  return new Map(
    named
      .filter((id) => !out.has(id))
      .flatMap((id) => reading.get(id) ?? [])
      .map((record) => [record.id, record]),
  );
}

/** The record with everything taken off that this reader may not see; undefined when it is not chosen or may not go at all. */
function permitted(record: AnyRecord, chosen: boolean, reader: Reader): AnyRecord | undefined {
  return chosen ? withhold([record], { ...reader, privileged: false, alone: false }).records[0] : undefined;
}

/**
 * A paper for inside use is made of everything, and of that nothing is left out in silence: an answer without one of its orders would be another answer. So
 * what is for named recipients stops it, unless it goes to one of them; and it goes to nobody who is outside the privilege by what they are.
 */
function ofInternal(reading: Reading, subject: Subject, asked: PaperAsked, now: Now): Finding[] {
  const { recipient } = subject;
  const shelf = internalShelf(reading);
  paperOf(shelf, subject, asked, now);
  const outside = recipient === undefined ? null : outsideThePrivilege(recipient);
  const reader: Reader = { audience: 'internal', recipient: recipient?.name };
  return [
    ...(outside === null ? [] : [stop(recipient?.party?.number ?? subject.model.number, 'recipient', outside)]),
    ...shelf
      .taken()
      .filter((record) => whyWithheld(record.audience, 'none', { ...reader, privileged: true, alone: false }, record.named) === 'named')
      .map((record) => stop(record.number, 'named', namedWords(reader))),
    ...leftOut(shelf, subject),
  ];
}

/** Orders that are only anticipated and requests that are only drafted are not in a paper. Whoever makes it is told: a paper with nothing in it looks as if nothing were owed. */
function leftOut(shelf: Shelf, subject: Subject): Finding[] {
  const orders = ordersAbout(shelf, subject);
  const drafts = <R extends AnyRecord>(records: readonly R[]) => records.filter(({ state }) => state === 'draft');
  return unique([
    ...drafts(orders).map(({ number }) => note(number, 'it is only anticipated and stays out: change its state once it has come')),
    ...drafts(requestsAbout(shelf, [subject.model, ...orders])).map(({ number }) =>
      note(number, 'it is only a draft and stays out: change its state once it was sent or received'),
    ),
  ]);
}

const namedWords = ({ recipient }: Reader): string =>
  recipient === undefined ? 'it is for named recipients only: say by name which of them receives the paper' : `it is for named recipients, and ${recipient} is none of them`;

/** A filing that says to whom it goes was approved for them and for those it is served on. */
function ofRecipient({ number, fields }: Filing, recipient: Recipient | undefined): Finding[] {
  const allowed = [...(fields.to ?? []), ...(fields.served ?? []).map((one) => one.party)];
  if (recipient === undefined || allowed.length === 0 || (recipient.party !== undefined && allowed.includes(recipient.party.id))) return [];
  return [stop(number, 'to', `${recipient.name} is not among those it goes to or is served on`)];
}

function ofFiling({ model, order }: Subject, filing: Filing, { document }: PaperAsked, seeing: Seeing): Finding[] {
  const { number, state, fields } = filing;
  return [
    ...(approvedStates.includes(state) ? [] : [stop(number, 'state', 'the filing is not approved')]),
    ...(fields.profile === 'outgoing' ? [] : [stop(number, 'profile', 'the filing is for internal use')]),
    ...(fields.type === types[document] ? [] : [stop(number, 'type', 'the filing is for another paper')]),
    ...ofReview(filing, seeing),
    ...((fields.models ?? []).includes(model.id) ? [] : [stop(number, 'models', `${model.number} is not among its models`)]),
    ...(order === undefined || (fields.orders ?? []).includes(order.id) ? [] : [stop(number, 'orders', `${order.number} is not among its orders`)]),
    ...((fields.touches ?? []).some((one) => one.decision === 'undecided') ? [stop(number, 'touches', 'whether a record may leave is not decided')] : []),
  ];
}

/** An outgoing paper wants two people. Names that were typed do, but whoever sends it should know that nobody's key stands behind them. */
function ofReview(filing: Filing, seeing: Seeing): Finding[] {
  const { number } = filing;
  const { by, reviewedBy, standing, stale } = reviewOf(filing, filingApprovals, seeing);
  if (standing !== 'signed' && stale) return [stop(number, 'approval', 'it changed after it was approved')];
  if (standing === 'none') return [stop(number, 'approval', 'who approved it is not recorded')];
  if (standing === 'one' || standing === 'alone') return [stop(number, 'approval', 'it was not independently reviewed')];
  return [by, reviewedBy].flatMap((voice) =>
    voice && !voice.signed ? [{ number, field: 'approval', why: `its approval is attested by ${voice.name}, not authenticated`, refuses: false }] : [],
  );
}

const sentences = {
  privileged: 'it is privileged',
  under_review: 'whether it is privileged is under review',
  audience: 'it is not for this reader',
  sealed: 'it is in a sealed compartment',
  personal: 'it is about a person',
  unconfirmed: 'counsel has not confirmed its date',
  'needs-withheld': 'it needs what is held back',
} as const;

/** What stands in the way of a record that the filing chose. */
function ofChosen(record: AnyRecord, reader: Reader, by: Pick<Shelf, 'seeing' | 'law'>): Finding[] {
  if (record.removed !== undefined) return [stop(record.number, 'removed', 'it was removed')];
  if (isSealed(record)) return [stop(record.number, 'kind', sentences.sealed)];
  const why = whyWithheld(record.audience, record.privilege, { ...reader, privileged: false, alone: false }, record.named);
  if (why === 'named') return [stop(record.number, 'named', namedWords(reader))];
  if (why !== null) return [stop(record.number, why === 'audience' ? 'audience' : 'privilege', sentences[why])];
  const { records, withheld } = withhold([record], { ...reader, privileged: false, alone: false });
  if (records.length === 0) return [stop(record.number, 'fields', 'a field it cannot do without is not for this reader')];
  return [...ofFields(record, withheld), ...(isKind(record, 'deadline') ? unconfirmed(record, by) : [])];
}

/** Which fields of a record that goes stay with us: once for each reason. */
function ofFields(record: AnyRecord, withheld: readonly Withheld[]): Finding[] {
  const definition = kindNamed(record.kind);
  return [...new Set(withheld.map((one) => one.why))].map((why) => {
    const names = withheld.filter((one) => one.why === why).flatMap((one) => one.field ?? []);
    const labels = [...new Set(names.map((name) => labelOf(definition?.fields ?? {}, name.split('.'))))];
    return { number: record.number, field: labels.join(', '), why: `${why === 'named' ? 'it is for named recipients' : sentences[why]}, and stays out`, refuses: false };
  });
}

function labelOf(fields: Fields, [first = '', ...rest]: readonly string[]): string {
  const field = fields[first];
  if (field === undefined) return first;
  return rest.length === 0 || field.fields === undefined ? field.label : `${field.label}: ${labelOf(field.fields, rest)}`;
}

function unconfirmed(record: AnyRecord, by: Pick<Shelf, 'seeing' | 'law'>): Finding[] {
  // Proof of the cast: only called for deadlines.
  const deadline = record as unknown as RecordOf<'deadline'>;
  return confirmed(deadline, by) ? [] : [stop(deadline.number, 'ruleId', 'counsel has not confirmed the rule its date comes from')];
}

/** What the paper would have printed of records that were not chosen: privileged ones want a decision, the others stay out. */
function ofTouched(reading: Reading, subject: Subject, asked: PaperAsked, now: Now, chosen: ReadonlyMap<string, AnyRecord>, filing: Filing): Finding[] {
  const decided = new Set((filing.fields.touches ?? []).filter((one) => one.decision === 'leave_out' || one.decision === 'summarize').map((one) => one.record));
  const everything = internalShelf(reading);
  paperOf(everything, subject, { ...asked, profile: 'internal' }, now);
  return everything
    .taken()
    .filter((record) => !chosen.has(record.id) && record.kind !== 'party' && record.id !== filing.id)
    .flatMap((record): Finding[] => {
      if (isKind(record, 'assertion') && record.fields.mayNotBeLeftOut) return [stop(record.number, 'mayNotBeLeftOut', 'it may not be left out of a filing on this issue')];
      if (decided.has(record.id)) return [];
      if (record.privilege !== 'none')
        return [
          stop(record.number, 'privilege', `${record.privilege === 'under_review' ? sentences.under_review : sentences.privileged}, and the filing does not say that it stays out`),
        ];
      return [{ number: record.number, field: 'record', why: 'it was not chosen and stays out', refuses: false }];
    });
}

/** Parties come with the records that name them; one that may not be named stops the paper rather than leaving a hole in a sentence. */
function ofParties(reading: Reading, subject: Subject, asked: PaperAsked, now: Now, chosen: ReadonlyMap<string, AnyRecord>, reader: Reader): Finding[] {
  const named = shelfOf(reading, (record) => (record.kind === 'party' ? record : permitted(record, chosen.has(record.id), reader)));
  if (named.get('restricted_model', subject.model.id) === undefined || (subject.order !== undefined && named.get('order', subject.order.id) === undefined)) return [];
  paperOf(named, subject, asked, now);
  return named
    .taken()
    .filter((record) => record.kind === 'party')
    .flatMap((record) => ofChosen(record, reader, { seeing: reading, law: lawOf(reading) }));
}
