import type { Contract } from '../../shared/contract/contract.ts';
import { mostCopied } from '../../shared/contract/clipboard.ts';
import type { Asked, Reply } from '../../shared/contract/wire.ts';
import type { Failure } from '../../shared/failure/failure.ts';
import { vault } from '../bridge.ts';
import { copyText } from '../screen/copy-text.ts';
import { nowInstant, say, setScreen } from '../screen/screen.ts';
import { copying as words } from '../words/copying.ts';

export type Copied = Reply<Contract, 'exchange.copy'>;

/** Releases rows to the clipboard and puts them there; why not, where it did not come to that. */
export async function releaseToClipboard(question: Asked<Contract, 'exchange.copy'>): Promise<{ readonly copied: Copied } | { readonly failure: Failure }> {
  const answer = await vault.ask('exchange.copy', question);
  if (!answer.ok) return { failure: answer.failure };
  const { reply } = answer;
  if (copyText(reply.text, reply.html)) return { copied: reply };
  await vault.ask('exchange.notCopied', { number: reply.number });
  return { failure: { code: 'misuse', why: words.notTaken } };
}

/**
 * Copies the rows as a table for ourselves, without what is privileged: what was held back is told, and the export dialog says more for those who want it. Whoever copies for
 * somebody else begins there. With `list`, the rows of that list of the one record.
 */
export async function copyRows(numbers: readonly string[], list?: string): Promise<void> {
  if (numbers.length === 0) return;
  if (numbers.length > mostCopied) return say(words.tooMany(mostCopied));
  const done = await releaseToClipboard({ numbers: [...numbers], audience: 'internal', ...(list !== undefined && { list }) });
  if ('failure' in done) return setScreen({ failure: done.failure });
  const { copied } = done;
  // Of records only what is a row of the table: fields that the table does not show are in no list of it.
  const held = copied.withheld.filter(({ field }) => (list === undefined ? field === undefined : field?.startsWith(`${list}.`))).length;
  setScreen({ failure: null, undoable: null, savedAt: nowInstant(), said: { says: (list === undefined ? words.copied : words.list)(copied.rows, held), number: copied.number } });
}
