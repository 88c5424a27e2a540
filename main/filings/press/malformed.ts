import { refuse } from '../../../shared/failure/failure.ts';
import type { Json } from './printable.ts';

const runs = ['text', 'em', 'term', 'quote', 'cite', 'note', 'see', 'ex', 'date', 'name', 'redacted', 'missing'];
const days = ['value', 'from', 'to'];
const dayText = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Refuses with `filing-malformed`, naming record and field, the first value that no template can print: a day that does not exist, a run without a known key. */
export function checkPaper(data: Json): void {
  walk(data, { number: '', field: 'data' });
}

interface Where {
  /** Number of the nearest record around the value. */
  readonly number: string;
  readonly field: string;
}

function walk(value: Json, where: Where): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const one of value) walk(one, where);
    return;
  }
  const record = value as { readonly [name: string]: Json };
  const names = Object.keys(record);
  const number = typeof record.number === 'string' && record.number !== '' ? record.number : where.number;
  if (names.length === 0) refuse({ code: 'filing-malformed', ...where, why: 'an empty value' });
  for (const name of days) {
    const day = record[name];
    if (typeof day === 'string' && (names.every((other) => [...days, 'certainty', 'time', 'note', 'by'].includes(other)))) checkDay(day, where);
  }
  if (names.length === 1 && !runs.includes(names[0] ?? '') && !['value', 'from', 'to', 'unknown', 'disputed', 'words', 'runs', 'filing', 'number'].includes(names[0] ?? ''))
    refuse({ code: 'filing-malformed', ...where, why: `no template knows what to do with "${names[0]}"` });
  for (const [name, inside] of Object.entries(record)) walk(inside, { number, field: isStructural(name) ? where.field : name });
}

const isStructural = (name: string) => runs.includes(name) || ['value', 'disputed', 'runs', 'items'].includes(name);

function checkDay(text: string, where: Where): void {
  const found = dayText.exec(text);
  const [year, month, day] = found ? found.slice(1).map(Number) : [0, 0, 0];
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  if (!found || date.toISOString().slice(0, 10) !== text) refuse({ code: 'filing-malformed', ...where, why: `${text.slice(0, 40)} is not a day` });
}
