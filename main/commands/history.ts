import { instantText } from '../../shared/calendar/instant.ts';
import { keyOptions, keyUsage, wholeNumber, type Command } from './command.ts';
import { withVault } from './with-vault.ts';

export const history: Command = {
  name: 'history',
  usage: `history VAULT [NUMBER] [--limit N] [--before SEQ] ${keyUsage}`,
  says: 'Says what happened, newest first: to one record, or in the whole vault.',
  options: { ...keyOptions, limit: { type: 'string' }, before: { type: 'string' } },
  operands: [1, 2],
  run: (given, desk) => {
    const limit = wholeNumber(given, 'limit', 1) ?? 100;
    const before = wholeNumber(given, 'before', 1);
    return withVault(given, desk, ({ records }) => {
      const typed = given.operands[1];
      const number = typed === undefined ? undefined : records.reading().require(typed).number;
      const { entries, more } = records.history({ limit, ...(number !== undefined && { number }), ...(before !== undefined && { before }) });
      return {
        json: { entries: entries.map((entry) => ({ ...entry, at: instantText(entry.at) })), more },
        words: entries.flatMap((entry) => [
          `${entry.seq}  ${instantText(entry.at)}  ${entry.actor}  ${entry.verb}  ${entry.number}  ${entry.title}${entry.reason === null ? '' : `  (${entry.reason})`}`,
          ...entry.changes.map((change) => `      ${change.label}: ${change.old ?? '–'} → ${change.new ?? '–'}`),
        ]),
      };
    });
  },
};
