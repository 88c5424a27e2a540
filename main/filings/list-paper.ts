import { createHash } from 'node:crypto';
import type { Now } from '../../shared/calendar/clock.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { ListLook } from '../../shared/contract/list-look.ts';
import { lookingAt, type Looking } from '../../shared/records/binding-hour.ts';
import { amongUs, type Audience, type Privilege } from '../../shared/records/field.ts';
import { kinds, kindNamed } from '../../shared/records/kinds.ts';
import type { NameOf } from '../../shared/records/plain-text.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { isExported, neverExported } from '../exchange/cordon-json.ts';
import type { Destination } from '../exchange/destination.ts';
import { refuseOutside } from '../exchange/recipient.ts';
import { mayGo, release, type Manifest, type Releasing } from '../exchange/release.ts';
import { whyWithheld } from '../exchange/withhold.ts';
import type { Records } from '../records/records.ts';
import { historyColumns, historyParts } from './history-paper.ts';
import { columnsOf, groupWords } from './list-columns.ts';
import { dayHeadings } from './day-headings.ts';
import { forWhom } from './furniture.ts';
import { underBothLabels } from './list-then.ts';
import { paperDay, paperMinute } from './press/paper-day.ts';
import type { ListPaperData } from './press/paper.ts';
import type { PressOrder } from './press/press.ts';
import { pressed } from './press/press-job.ts';
import type { Previewed, PressHouse, PressOptions } from './press-filing.ts';

/** A list as the window shows it, to be put on paper. */
export interface ListAsked {
  /** One kind; of several kinds where it is left out. */
  readonly kind?: string | undefined;
  /** The case that the window shows alone; every one where it is null. */
  readonly caseId: string | null;
  /** The rows in the order in which they are shown. */
  readonly numbers: readonly string[];
  readonly look: ListLook;
  /** As the records were known at this instant, where a past day is shown. */
  readonly asOf?: number | undefined;
  readonly audience: Audience;
  readonly recipient?: string | undefined;
  readonly privilegedBecause?: string | undefined;
}
export interface ListHouse extends PressHouse {
  /** The name of the vault: said to ourselves and to outside counsel. */
  readonly vaultName: string;
}
/** As a paper; `held` says how many of the rows were held back, `content` what it says, as a digest. */
export interface ListPreviewed extends Previewed {
  readonly held: number;
  readonly content: string;
}

/** Most rows of one list on paper. */
export const mostRows = 10_000;
/** Most lines of text: beyond them the press would come near the memory that it may have (400 pages of a filing, 600 of a list; see docs/decisions.md). */
export const mostLines = 20_000;
/** Most pages that go to the printer: each is a picture of a whole sheet at 300 dots an inch, and all of them are in the window at once. */
export const mostPrinted = 200;
/** Beyond these a column is narrower than a word. */
export const mostColumns = 12;

/**
 * Presses a list and lets it leave through the one exit: what may not go is left out and named in the manifest, the rest stands as the window shows it. Refuses
 * `too-many-records`, `misuse` for more columns than fit on paper, `release-withheld` where nothing of it may go, `pages-changed` where it no longer says what
 * the pages said that somebody looked at, and what the press and `release` refuse.
 */
export async function pressList(house: ListHouse, asked: ListAsked, to: Destination, options: PressOptions = {}): Promise<Manifest & { readonly pages: number }> {
  const now = house.clock();
  const records = recordsOf(house.records, asked);
  let pages = 0;
  const manifest = await release(house.records, {
    ...releasing(asked, records),
    what: `List of ${nameOf(asked).toLowerCase()}${asked.asOf === undefined ? '' : ` as known on ${paperDay({ ...now, instant: asked.asOf }).words}`}`,
    format: 'pdf',
    nothingIs: 'refused',
    destination: to,
    make: async function* (going) {
      const done = await setList(house, asked, records.length, going, now, options);
      ({ pages } = done);
      if (to.onPaper && pages > mostPrinted)
        refuse({ code: 'misuse', why: `The list has ${pages} pages, and up to ${mostPrinted} are printed from here. Save it as PDF and print that, or narrow the list.` });
      yield done.pdf;
    },
    ...(options.signal && { signal: options.signal }),
  });
  return { ...manifest, pages };
}

/** The same paper to be looked at, by the press that would make it and without what would be held back; nothing leaves and nothing is noted. */
export async function previewList(house: ListHouse, asked: ListAsked, options: PressOptions = {}): Promise<ListPreviewed> {
  refuseOutside(house.records.reading(), asked.audience, asked.recipient);
  const records = recordsOf(house.records, asked);
  const going = mayGo(house.records.reading(), releasing(asked, records)).records;
  if (going.length === 0) refuse({ code: 'release-withheld', numbers: records.slice(0, 20).map((one) => one.number), why: 'nothing of it may go to this audience' });
  const { pdf, pages, sha256, content } = await setList(house, asked, records.length, going, house.clock(), options);
  return { pdf, pages, sha256, content, held: records.length - going.length };
}

const releasing = ({ audience, recipient, privilegedBecause, caseId }: ListAsked, records: readonly AnyRecord[]) =>
  ({
    audience,
    recipient,
    caseId,
    records,
    ifWithheld: 'leave-out',
    ...(privilegedBecause !== undefined && { privilegedBecause }),
  }) as const satisfies Partial<Releasing>;

function recordsOf(house: Records, asked: ListAsked): AnyRecord[] {
  const { numbers, look, asOf } = asked;
  if (numbers.length > mostRows) refuse({ code: 'too-many-records', count: numbers.length, limit: mostRows });
  // What a record said earlier had the labels of its day, which nobody looks up for each line: it stays with us.
  if (look.name === 'history' && asked.audience !== 'internal') refuse({ code: 'misuse', why: 'What was changed, why and by whom, is for ourselves alone: choose Internal.' });
  if (look.name === 'removed' && !amongUs(asked.audience)) refuse({ code: 'misuse', why: 'What was removed, why and by whom, is for ourselves and for outside counsel.' });
  if (look.columns.length > mostColumns)
    refuse({ code: 'misuse', why: `A sheet has room for ${mostColumns} columns, and the list shows ${look.columns.length}. Choose fewer under View.` });
  const reading = house.reading(asOf);
  const found = [...new Set(numbers)].map((number) => reading.require(number)).filter(standsIn(look.name));
  return asOf === undefined ? found : found.map(underBothLabels(house, asOf, releasing(asked, [])));
}

/** Which records a list may have: what is removed stands in no list but its own; in the history everything does that was ever written, releases too. */
const standsIn = (name: ListLook['name']): ((record: AnyRecord) => boolean) =>
  name === 'history' ? () => true : name === 'removed' ? (record) => record.removed !== undefined && !neverExported.has(record.kind) : isExported;
const words: Readonly<Record<NonNullable<ListLook['name']>, string>> = { docket: 'Docket', found: 'Search', removed: 'Removed records', history: 'History' };
const nameOf = ({ kind, look }: ListAsked): string => kindNamed(kind ?? '')?.plural ?? (look.name === undefined ? 'Records' : words[look.name]);

/** Head the line of the head that says when the pages were set: of a list as it is, and of one as it was known. */
const [asOfWord, madeWord] = ['As of', 'Made on'] as const;

/** Rows of two lines that stand on a page take 34 lines of it. */
const linesOnPage = 34;
/** Points that a letter takes on the average, the width of the sheet's text and the room between columns. */
const [letter, wide, between] = [4.2, 684, 8];

/** About how many lines of text the rows take: enough to say beforehand what the press cannot hold. */
export function linesOf({ columns, parts }: ListPaperData): number {
  const fixed = columns.reduce((sum, column) => sum + ('width' in column ? column.width : 0), 0);
  const shares = columns.reduce((sum, column) => sum + ('share' in column ? column.share : 0), 0);
  const rooms = columns.map((column) => ('width' in column ? column.width : ((wide - fixed) * column.share) / shares) - between);
  return parts.reduce(
    (sum, { rows }) => sum + rows.reduce((own, row) => own + Math.max(...row.map((cell, at) => Math.ceil((cell.length * letter) / Math.max(1, rooms[at] ?? 1)) || 1)), 0),
    0,
  );
}

/** What the pages say, as a digest. The minute at which they are set is left out of it, the day is not: a list of what is late today is another one tomorrow. */
function digestOf(data: ListPaperData, now: Now): string {
  const head = data.head.map(([what, says]) => [what, what === asOfWord || what === madeWord ? paperDay(now).day : says]);
  return createHash('sha256')
    .update(JSON.stringify({ ...data, head }))
    .digest('hex');
}

/** The rows that may go, as pages, and what these say. */
async function setList(house: ListHouse, asked: ListAsked, of: number, going: readonly AnyRecord[], now: Now, { signal, tell, paper, content }: PressOptions) {
  const data = listPaper(house, asked, of, going, now);
  const says = digestOf(data, now);
  // Here, where the rows are those that would leave: whoever looked at the pages makes those pages, and no others.
  if (content !== undefined && content !== says) refuse({ code: 'pages-changed', list: nameOf(asked) });
  const lines = linesOf(data);
  if (lines > mostLines)
    refuse({
      code: 'misuse',
      why: `The list would have about ${Math.ceil(lines / linesOnPage)} pages, and a paper holds about ${mostLines / linesOnPage}. Narrow it, show fewer columns, or export it as a workbook.`,
    });
  const common = { template: 'list-paper', data, instant: now, ...(paper !== undefined && { paper }) } as const;
  const { seq, root } = house.checkpoint();
  const order: PressOrder<'list-paper'> = asked.audience === 'internal' ? { ...common, profile: 'internal', checkpoint: { seq, root } } : { ...common, profile: 'outgoing' };
  return { ...(await pressed(house.runJob, order, { ...(signal && { signal }), ...(tell && { tell }) })), content: says };
}

/** What stands on the pages: nothing that is not of a record that may go, but the words by which we narrowed the list ourselves, and those are for us. */
export function listPaper(
  { records, vaultName, sample }: Pick<ListHouse, 'records' | 'vaultName' | 'sample'>,
  asked: ListAsked,
  of: number,
  going: readonly AnyRecord[],
  now: Now,
): ListPaperData {
  const { audience, recipient, look, asOf } = asked;
  const reading = records.reading(asOf);
  const labelled = asOf === undefined ? (record: AnyRecord) => record : underBothLabels(records, asOf, releasing(asked, []));
  // They read what the list was narrowed by, which case it is of and how much was held back.
  const ours = amongUs(audience);
  const named = new Map<string, string | null>();
  /** A record by its number and title, where it may go itself; else null. Looked up once, however many rows name it. */
  const namedBy = (id: string): string | null => {
    const known = named.get(id);
    if (known !== undefined) return known;
    const found = reading.get(id);
    const [allowed] = found && (ours || !found.removed) ? mayGo(records.reading(), releasing(asked, [labelled(found)])).records : [];
    const words = allowed ? `${allowed.number} ${titleOf(allowed)}` : null;
    named.set(id, words);
    return words;
  };
  const caseWords = (id: string | null): string => (id === null ? '' : (namedBy(id) ?? ''));
  /** As the window names a linked record. One that may not go has its number for ourselves and for counsel, and for others nothing: that it is there is no business of theirs. */
  const nameOfId = (id: string): string | undefined => namedBy(id) ?? (ours ? reading.get(id)?.number : '');
  const columns = columnsOf(asked.kind, look.columns, {
    nameOf: nameOfId,
    caseOf: caseWords,
    momentOf: (instant) => paperMinute({ ...now, instant }),
  });
  const held = of - going.length;
  const about = ours && asked.caseId !== null ? caseWords(asked.caseId) : '';
  const narrowed = look.narrowed ?? '';
  const then = asOf === undefined ? null : { ...now, instant: asOf };
  // On every page, twice: nobody takes what was known then for what is.
  const banner = [...(sample ? ['SAMPLE'] : []), ...(then ? [`AS KNOWN ON ${paperMinute(then).toUpperCase()}`] : []), ...(ours ? ['PRIVILEGED & CONFIDENTIAL'] : [])].join(' · ');
  const parts =
    look.name === 'history'
      ? historyOf(records, asked, going, now)
      : partsOf(asked, going, nameOfId, lookingAt(then?.instant ?? now.instant, now.zone)).map(({ title, records: own }) => ({
          title,
          rows: own.map((record) => columns.map((column) => column.cell(record))),
        }));
  const rows = look.name === 'history' ? parts.reduce((sum, part) => sum + part.rows.length, 0) : going.length;
  const head: (readonly [string, string])[] = [
    ...(ours ? ([['Vault', vaultName]] as const) : []),
    ...(ours && asked.caseId === null ? ([['Cases', 'All']] as const) : []),
    ...(about === '' ? [] : ([['Case', about]] as const)),
    ...(then ? ([['As known on', paperDay(then).words]] as const) : []),
    [then ? madeWord : asOfWord, paperDay(now).words],
    ...(ours && narrowed !== '' ? ([['Narrowed by', narrowed]] as const) : []),
    ['Rows', rowWords(rows, look.total, ours)],
    ...(held > 0 && ours
      ? ([['Held back', `${held} of the ${look.name === 'history' ? 'records' : 'rows'}: not for this audience, or privileged and not asked for`]] as const)
      : []),
    ['For', [kinds.release.fields.releasedTo.options?.[audience] ?? audience, ...(recipient === undefined ? [] : [recipient])].join(': ')],
  ];
  return {
    name: nameOf(asked),
    banner: banner === '' ? null : banner,
    running: forWhom(about === '' ? paperDay(then ?? now).day : about, recipient),
    head,
    columns: look.name === 'history' ? historyColumns : columns.map((column) => column.head),
    parts,
    notes: [
      ...(look.name === 'history' ? ['Entries about the vault itself, its keys and its backups are of no record and stand on no paper.'] : []),
      ...(!ours && narrowed !== '' ? ['A selection: not every record of the kind stands in this list.'] : []),
    ],
  };
}

/** The entries that are shown, of what may go. */
function historyOf(records: Records, { look, caseId, audience, privilegedBecause, asOf }: ListAsked, going: readonly AnyRecord[], { zone }: Now): ListPaperData['parts'] {
  const shown = new Set(look.entries ?? []);
  const { entries } = records.history({ ...(caseId !== null && { caseId }), before: Math.max(0, ...shown) + 1, limit: 500, asOf });
  const allowed = { audience, privileged: privilegedBecause !== undefined, alone: false };
  const may = (field: { readonly audience?: Audience; readonly privilege?: Privilege; readonly personal?: boolean }) =>
    field.personal !== true && whyWithheld(field.audience ?? 'public', field.privilege ?? 'none', allowed) === null;
  return historyParts(
    entries.filter(({ seq }) => shown.has(seq)),
    going,
    may,
    zone,
  );
}

const rowWords = (shown: number, total: number | undefined, ours: boolean): string =>
  ours && total !== undefined && total > shown ? `${shown.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}` : shown.toLocaleString('en-US');

interface Part {
  readonly title: string | null;
  readonly records: AnyRecord[];
}
/** The rows under the headings that the window shows: each is made here of what may go, in the order of the rows. */
function partsOf({ look, kind: kindName }: ListAsked, going: readonly AnyRecord[], nameOfId: NameOf, at: Looking): readonly Part[] {
  const { group, byDay } = look;
  const dayOf = byDay === undefined ? null : dayHeadings(going, byDay, at);
  const titleOf = (record: AnyRecord): string | null => (group !== undefined ? groupWords(kindName, group, record, nameOfId) : (dayOf?.(record) ?? null));
  const parts = new Map<string | null, AnyRecord[]>();
  for (const record of going) {
    const title = titleOf(record);
    const part = parts.get(title);
    if (part) part.push(record);
    else parts.set(title, [record]);
  }
  return [...parts].map(([title, records]) => ({ title, records }));
}

const titleOf = (record: AnyRecord): string => kindNamed(record.kind)?.title(record.fields) ?? '';
