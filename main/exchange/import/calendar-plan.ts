import { createHash } from 'node:crypto';
import type { RecordOf } from '../../../shared/records/kinds.ts';
import { fileBy, fileByTime } from '../../../shared/records/kinds/deadline-dates.ts';
import type { Reading } from '../../records/reading.ts';
import type { Draft, Fault, ImportPlan } from './draft.ts';

/** An event as the reader job gives it. */
export interface Event {
  readonly line: number;
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly location: string;
  readonly day: string;
  readonly time: string | null;
  readonly zone: string | null;
  readonly cancelled: boolean;
  readonly repeats: string | null;
}

/** The tag by which an event is known when its file comes again. */
const tagOf = (uid: string): string => `calendar:${createHash('sha256').update(uid).digest('hex').slice(0, 16)}`;

const whenWords = ({ day, time, zone }: Pick<Event, 'day' | 'time' | 'zone'>, own: string): string => (time === null ? day : `${day}, ${time} (${zone ?? own})`);

/** When a deadline that came from a calendar stands now, as `whenWords` says it: by its own date or by one that was set instead. */
function placedWords({ fields }: RecordOf<'deadline'>): string {
  const day = fileBy(fields);
  const hour = fileByTime(fields);
  return day === null ? 'no date' : hour === null ? day : `${day}, ${hour.time}${hour.zone === null ? '' : ` (${hour.zone})`}`;
}

/** What the events of a calendar would become: dates of the case entered by hand, each with where it comes from. One that is here already is left out. */
export function planCalendar(
  reading: Reading,
  events: readonly Event[],
  faults: readonly { readonly line: number; readonly why: string }[],
  file: string,
  setting: { readonly caseId: string | null; readonly zone: string },
): ImportPlan {
  const deadlines = reading.all('deadline');
  // By the tag of an event that was taken in, and by the id that our own calendar gives out.
  const here = new Map(deadlines.flatMap((one) => [tagOf(one.id), ...one.tags.filter((tag) => tag.startsWith('calendar:'))].map((tag) => [tag, one] as const)));
  /** Those that came before in this file: one that repeats may have moved on one day. */
  const inFile = new Map<string, Event>();
  const notes: Fault[] = [];
  const drafts: Draft[] = [];
  const note = (event: Event, why: string): void => void notes.push({ line: event.line, column: '', why });
  for (const event of events) {
    const tag = tagOf(event.uid === '' ? `${event.day} ${event.title}` : event.uid);
    const title = event.title.trim();
    const known = here.get(tag);
    const before = inFile.get(tag);
    if (event.cancelled)
      note(
        event,
        known === undefined ? 'it is cancelled and was left out' : `it is cancelled, and ${known.number} still stands here with ${placedWords(known)}: set it aside there`,
      );
    else if (known !== undefined) {
      const stands = placedWords(known);
      const says = whenWords(event, setting.zone);
      note(
        event,
        stands === says
          ? `it is here already as ${known.number} and was left out`
          : `it is here already as ${known.number} with ${stands}, and the file now says ${says}: change it there`,
      );
    } else if (before !== undefined) note(event, `it is in this file twice, the first time on ${whenWords(before, setting.zone)}; ${whenWords(event, setting.zone)} was left out`);
    else {
      inFile.set(tag, event);
      if (event.repeats !== null) note(event, `it repeats (${event.repeats.slice(0, 80)}); only its first day is taken`);
      if (title === '') note(event, 'it has no title');
      if (event.time !== null && event.zone === null) note(event, `its time has no zone; ${setting.zone} is assumed`);
      const words = [event.location.trim() && `Where: ${event.location.trim()}`, event.description.trim()].filter(Boolean).join('\n\n');
      drafts.push({
        line: event.line,
        id: `event-${event.line}`,
        kind: 'deadline',
        caseId: setting.caseId,
        tags: [tag],
        fields: {
          title: title === '' ? 'Event without a title' : title,
          method: 'manual',
          side: 'ours',
          date: { certainty: 'exact', day: event.day, ...(event.time !== null && { time: event.time, zone: event.zone ?? setting.zone }) },
          source: `From the calendar ${file}.`,
          ...(words !== '' && { note: words }),
        },
      });
    }
  }
  return { drafts, faults: faults.map((one) => ({ ...one, column: '' })), notes };
}
