import type { SlimRow } from '../../shared/contract/contract.ts';
import { isKind, kinds, type KindName } from '../../shared/records/kinds.ts';
import { dateWords, plainHour } from '../../shared/records/date-words.ts';
import type { Reading } from '../records/reading.ts';
import { keyOptions, keyUsage, misuse, type Command } from './command.ts';
import { kindTyped } from './kinds-typed.ts';
import { caseOf, withVault } from './with-vault.ts';

/** Every row of a kind, page by page. */
function rowsOf(reading: Reading, question: { kind: KindName; caseId?: string; states?: string[] }): SlimRow[] {
  const rows: SlimRow[] = [];
  for (let after: string | undefined; ; ) {
    const page = reading.list({ ...question, sort: 'number', limit: 2000, ...(after !== undefined && { after }) });
    rows.push(...page.rows);
    if (page.next === null) return rows;
    after = page.next;
  }
}

/** What a row says; an evidence item says its file, size and digest too. */
function listed(reading: Reading, { id, number, title, state, due, hour, doubt, caseId, shown }: SlimRow): object {
  const row = { number, id, title, state, due, ...(hour && { hour }), ...(doubt && { doubt }), caseId, ...(shown && { shown }) };
  const record = number.startsWith(`${kinds.evidence_item.prefix}-`) ? reading.get(id) : undefined;
  if (!record || !isKind(record, 'evidence_item')) return row;
  const { original } = record.fields;
  return { ...row, name: original?.filename ?? null, bytes: original?.size ?? null, sha256: original?.sha256 ?? null };
}

/** The day, its hour, and what it rests on where that is less sure than a day: `2026-06-30 (on or before 30 Jun 2026)`. */
const dueWords = ({ due, hour, doubt }: SlimRow): string =>
  [...(due === null ? [] : [due]), ...(hour ? [plainHour(hour)] : []), ...(doubt ? [`(${dateWords(doubt)})`] : [])].join(' ');

export const list: Command = {
  name: 'list',
  usage: `list VAULT --kind KIND [--case CASE-001] [--state STATE] ${keyUsage}`,
  says: 'Lists the records of one kind. Without --kind it says how many there are of each.',
  options: { ...keyOptions, kind: { type: 'string' }, case: { type: 'string' }, state: { type: 'string', multiple: true } },
  operands: [1, 1],
  run: (given, desk) => {
    const typed = given.option('kind');
    const kind = typed === undefined ? undefined : kindTyped(typed);
    const states = given.options('state');
    const unknown = kind === undefined ? undefined : states.find((state) => !Object.hasOwn(kinds[kind].states, state));
    if (kind !== undefined && unknown !== undefined)
      misuse(`A ${kinds[kind].label.toLowerCase()} is never "${unknown}"; it is one of ${Object.keys(kinds[kind].states).join(', ')}.`);
    return withVault(given, desk, ({ records }) => {
      const reading = records.reading();
      const named = given.option('case');
      const caseId = named === undefined ? undefined : (caseOf(records, named) ?? undefined);
      if (kind === undefined) {
        const counts = Object.keys(kinds)
          .map((name) => ({
            kind: name,
            records: reading
              .counts(caseId)
              .filter((one) => one.kind === name)
              .reduce((sum, one) => sum + one.count, 0),
          }))
          .filter((one) => one.records > 0);
        return { json: { kinds: counts }, words: counts.map((one) => `${String(one.records).padStart(7)}  ${one.kind}`) };
      }
      const rows = rowsOf(reading, { kind, ...(caseId !== undefined && { caseId }), ...(states.length > 0 && { states: [...states] }) });
      const label = (row: SlimRow): string => (kinds[kind].states as Readonly<Record<string, { label: string }>>)[row.state]?.label ?? row.state;
      return {
        json: { kind, records: rows.map((row) => listed(reading, row)) },
        words:
          rows.length === 0
            ? [`There is no ${kinds[kind].label.toLowerCase()}.`]
            : rows.map((row) => [row.number, dueWords(row), label(row), row.title].filter((part) => part !== '').join('  ')),
      };
    });
  },
};
