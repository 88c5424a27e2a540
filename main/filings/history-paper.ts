import { momentAt } from '../../shared/calendar/instant.ts';
import { dayText } from '../../shared/calendar/day.ts';
import { dayWordsLong, timeWords } from '../../shared/calendar/day-words.ts';
import type { Field, Fields } from '../../shared/records/field.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { HistoryEntry } from '../records/history.ts';
import type { ListPaperData } from './press/paper.ts';

/** Whether a field with these labels may go to whom the paper is for. */
type MayGo = (field: Pick<Field, 'audience' | 'privilege' | 'personal'>) => boolean;

export const historyColumns: ListPaperData['columns'] = [
  { name: 'Time', width: 62 },
  { name: 'Record', width: 62 },
  { name: 'What', share: 3 },
  { name: 'Why', share: 1.2 },
  { name: 'By', width: 84 },
  { name: 'Entry', width: 48 },
];
/** Longest words of a cell; the history in the window has all of it. */
const longest = 900;
const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)} …` : text);

/** Entries of the history under their days, newest first, as the window shows them: of records that may go alone, and of these no field that may not. */
export function historyParts(entries: readonly HistoryEntry[], going: readonly AnyRecord[], may: MayGo, zone: string): ListPaperData['parts'] {
  const whole = new Set(going.map((record) => record.id));
  const parts = new Map<string, { title: string; rows: string[][] }>();
  for (const entry of entries) {
    if (!whole.has(entry.record)) continue;
    const moment = momentAt(entry.at, zone);
    const day = dayText(moment.day);
    const part = parts.get(day) ?? { title: dayWordsLong(moment.day), rows: [] };
    parts.set(day, part);
    part.rows.push([timeWords(moment.time ?? '00:00'), entry.number, cut(whatWords(entry, may)), cut(entry.reason ?? ''), entry.actor, String(entry.seq)]);
  }
  return [...parts.values()];
}

function whatWords({ kind, verb, title, erased, changes }: HistoryEntry, may: MayGo): string {
  if (erased) return 'Its content was erased';
  if (verb === 'create') return `New: ${title}`;
  if (verb === 'remove') return `Removed: ${title}`;
  const fields = kindNamed(kind)?.fields ?? {};
  const said = changes.map(({ field, label, old, new: now }) =>
    speaksFreely(fields, field.split('.'), may) ? `${label}: ${old === null ? '' : `${old} › `}${now ?? 'taken out'}` : `${label}: changed, held back`,
  );
  return said.length > 0 ? said.join('; ') : verb;
}

/** Whether nothing on the way to a field, nor within it, is for others: a row that came or went is told with all its cells. Parts of every record (state, audience) are no fields. */
function speaksFreely(fields: Fields, [name = '', ...rest]: readonly string[], may: MayGo): boolean {
  const field = fields[name];
  if (!field) return true;
  if (!may(field)) return false;
  const inner = field.fields;
  if (!inner) return true;
  // The place of a row stands between the field and its cells.
  const within = field.widget === 'rows' ? rest.slice(1) : rest;
  return within.length > 0 ? speaksFreely(inner, within, may) : Object.keys(inner).every((one) => speaksFreely(inner, [one], may));
}
