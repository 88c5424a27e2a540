import type { z } from 'zod';
import type { historyEntry } from '../../../shared/contract/contract.ts';
import { history } from '../../words/history.ts';

export type Entry = z.output<typeof historyEntry>;

/** One entry in a few words: what was done to what. */
export function changeWords(entry: Entry): string {
  if (entry.kind === 'vault') return history.vault[entry.verb] ?? entry.verb;
  if (entry.erased) return history.erased;
  if (entry.verb === 'create') return history.created(entry.title);
  if (entry.verb === 'remove') return history.removedRecord(entry.title);
  const [first] = entry.changes;
  if (first === undefined) return `${entry.title}: ${entry.verb}`;
  const more = entry.changes.length - 1;
  return `${entry.title}: ${first.label}${first.new === null ? ` ${history.taken}` : ` ${shorten(first.new)}`}${more > 0 ? history.andMore(more) : ''}`;
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 58)}…` : text);
