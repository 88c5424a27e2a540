import { createHash } from 'node:crypto';
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

/** What the events of a calendar would become: dates of the case entered by hand, each with where it comes from. One that is here already is left out. */
export function planCalendar(
  reading: Reading,
  events: readonly Event[],
  faults: readonly { readonly line: number; readonly why: string }[],
  file: string,
  setting: { readonly caseId: string | null; readonly zone: string },
): ImportPlan {
  const here = new Map(reading.all('deadline').flatMap((deadline) => deadline.tags.filter((tag) => tag.startsWith('calendar:')).map((tag) => [tag, deadline.number] as const)));
  const notes: Fault[] = [];
  const drafts: Draft[] = [];
  const note = (event: Event, why: string): void => void notes.push({ line: event.line, column: '', why });
  for (const event of events) {
    const tag = tagOf(event.uid === '' ? `${event.day} ${event.title}` : event.uid);
    const title = event.title.trim();
    if (event.cancelled) note(event, 'it is cancelled and was left out');
    else if (here.has(tag)) note(event, `it is here already as ${here.get(tag) ?? 'another row of this file'} and was left out`);
    else {
      here.set(tag, 'another event of this file');
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
