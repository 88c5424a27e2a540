import { parseDay } from '../../../shared/calendar/day.ts';
import { refuse } from '../../../shared/failure/failure.ts';
import type { Json } from './printable.ts';

const runs = ['text', 'em', 'term', 'quote', 'note', 'see', 'ex', 'date', 'name', 'redacted', 'missing'];
const days = ['value', 'from', 'to'];

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
  // Proof of the cast: neither null nor a list, so a record of values by name.
  const record = value as { readonly [name: string]: Json };
  const names = Object.keys(record);
  const number = typeof record.number === 'string' && record.number !== '' ? record.number : where.number;
  if (names.length === 0) refuse({ code: 'filing-malformed', ...where, number, why: 'an empty value' });
  for (const name of days) {
    const day = record[name];
    if (typeof day === 'string' && parseDay(day) === null && names.every((other) => [...days, 'certainty', 'time', 'note', 'by'].includes(other)))
      refuse({ code: 'filing-malformed', ...where, why: `${day.slice(0, 40)} is not a day` });
  }
  // Rows have more than one field: a single one that holds words is a run.
  const [only = ''] = names;
  if (names.length === 1 && typeof record[only] === 'string' && ![...runs, ...days, 'unknown', 'words'].includes(only))
    refuse({ code: 'filing-malformed', ...where, number, why: `no template knows what to do with "${only}"` });
  for (const [name, inside] of Object.entries(record)) walk(inside, { number, field: isStructural(name) ? where.field : name });
}

const isStructural = (name: string) => runs.includes(name) || ['value', 'disputed', 'runs', 'items'].includes(name);
