import { refuse } from '../../shared/failure/failure.ts';
import { itemOfText } from '../evidence/text-of-item.ts';
import { keyOptions, keyUsage, wholeNumber, type Command } from './command.ts';
import { kindTyped } from './kinds-typed.ts';
import { titleOf } from './show.ts';
import { withVault } from './with-vault.ts';

export const search: Command = {
  name: 'search',
  usage: `search VAULT TEXT [--kind KIND] [--limit N] ${keyUsage}`,
  says: 'Finds records and evidence by their words, best first. Sealed records are never found.',
  options: { ...keyOptions, kind: { type: 'string' }, limit: { type: 'string' } },
  operands: [2, 2],
  run: (given, desk) => {
    const kind = given.option('kind') === undefined ? undefined : kindTyped(given.option('kind') ?? '');
    const limit = wholeNumber(given, 'limit', 1) ?? 50;
    return withVault(given, desk, ({ records }) => {
      const reading = records.reading();
      // Evidence is found by the words in it, which are a record of their own.
      const kinds = kind === undefined ? undefined : kind === 'evidence_item' ? [kind, 'evidence_text'] : [kind];
      const { hits, more, days } = records.search({ text: given.operand(1, 'words'), ranked: true, limit, ...(kinds && { kinds }) });
      const [unread] = days.filter(({ day }) => day === null);
      if (unread) refuse({ code: 'date-unclear', typed: unread.typed, why: unread.why, suggestions: unread.instead });
      const found = new Map<string, { number: string; kind: string; title: string; snippet: string }>();
      for (const { row, snippet } of hits) {
        const record = itemOfText(reading, reading.require(row.id));
        const hit = { number: record.number, kind: record.kind, title: titleOf(record), snippet: snippet.map((part) => part.text).join('') };
        if (!found.has(record.id)) found.set(record.id, hit);
      }
      const list = [...found.values()];
      return {
        json: { hits: list, more },
        words:
          list.length === 0
            ? ['Nothing was found.']
            : list.flatMap((hit) => [`${hit.number}  ${hit.title}`, ...(hit.snippet.trim() === '' ? [] : [`    ${hit.snippet.replaceAll('\n', ' ')}`])]),
      };
    });
  },
};
