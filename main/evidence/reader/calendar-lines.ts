/** A content line put together from its folded parts, and the line of the file on which it begins. */
export interface ContentLine {
  readonly line: number;
  readonly text: string;
  /** It is no content line at all. */
  readonly wrong?: boolean;
}
export type Lines =
  | { readonly ok: true; readonly events: readonly (readonly ContentLine[])[]; readonly zones: readonly (readonly ContentLine[])[] }
  | { readonly ok: false; readonly line: number; readonly why: string };

/** A name, parameters, a colon, a value (RFC 5545 §3.1). Names are letters, digits and hyphens; programs have been seen to use an underscore. */
const contentLine = /^[A-Za-z0-9_-]+(?:;[^:"]*(?:"[^"]*"[^:"]*)*)?:/;
const deepest = 20;

/**
 * The events and time zones of an iCalendar text, each with its lines, so that a fault can be named by line: the library that reads them says
 * only that something is wrong. Refuses text in which components do not begin and end in turn, or that is no calendar at all.
 */
export function contentLines(text: string): Lines {
  const events: ContentLine[][] = [];
  const zones: ContentLine[][] = [];
  const open: { readonly name: string; readonly line: number }[] = [];
  let kept: ContentLine[] | null = null;
  /** How deep the event or zone lies that is being kept. */
  let depth = 0;
  for (const { line, text: content } of unfolded(text)) {
    if (content.trim() === '') continue;
    if (!contentLine.test(content)) {
      if (!kept) return { ok: false, line, why: 'a name and a colon are expected at the beginning of a line' };
      // A property of some program's own that is not written right (Apple's are) takes nothing from the event.
      if (!/^X-/i.test(content)) kept.push({ line, text: content, wrong: true });
      continue;
    }
    const [, part = '', name = ''] = /^(BEGIN|END):(.*)$/i.exec(content) ?? [];
    const component = name.trim().toUpperCase();
    if (part.toUpperCase() === 'BEGIN') {
      // A piece of a calendar, as programs put it on a clipboard, is an event by itself.
      if (open.length === 0 && component !== 'VCALENDAR' && component !== 'VEVENT' && component !== 'VTIMEZONE')
        return { ok: false, line, why: 'it does not begin with BEGIN:VCALENDAR' };
      if (open.length >= deepest) return { ok: false, line, why: `components lie more than ${deepest} deep in each other` };
      open.push({ name: component, line });
      if (!kept && open.length <= 2 && (component === 'VEVENT' || component === 'VTIMEZONE')) {
        (component === 'VEVENT' ? events : zones).push((kept = []));
        depth = open.length;
      }
    } else if (open.length === 0) return { ok: false, line, why: 'it does not begin with BEGIN:VCALENDAR' };
    kept?.push({ line, text: content });
    if (part.toUpperCase() === 'END') {
      const began = open.pop();
      if (began?.name !== component) return { ok: false, line, why: `${component || 'something'} ends here and ${began?.name ?? 'nothing'} was begun (line ${began?.line ?? 0})` };
      if (open.length < depth) kept = null;
    }
  }
  const unended = open.at(-1);
  if (unended) return { ok: false, line: unended.line, why: `${unended.name} begins here and never ends` };
  return events.length + zones.length === 0 && !/BEGIN:VCALENDAR/i.test(text) ? { ok: false, line: 1, why: 'it does not begin with BEGIN:VCALENDAR' } : { ok: true, events, zones };
}

function* unfolded(text: string): Generator<ContentLine> {
  let current: { line: number; text: string } | null = null;
  let line = 0;
  for (const raw of text.split(/\r\n|\n|\r/)) {
    line++;
    if (current && (raw.startsWith(' ') || raw.startsWith('\t'))) current.text += raw.slice(1);
    else {
      if (current) yield current;
      current = { line, text: raw.replace(/^\ufeff/, '') };
    }
  }
  if (current) yield current;
}
