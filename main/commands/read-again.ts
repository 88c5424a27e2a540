import { Refused } from '../../shared/failure/failure.ts';
import { atOnce } from '../../shared/records/at-once.ts';
import { sentenceOf } from '../../shared/failure/sentences.ts';
import { readAgain as again, secondsAgain, unread, type ReadAgain } from '../evidence/read-again.ts';
import { isRead, type ReadStatus } from '../evidence/reader/reading.ts';
import { keyOptions, keyUsage, misuse, oneOf, type Command, type Desk } from './command.ts';
import { secondsTyped } from './seconds-typed.ts';
import { withVault } from './with-vault.ts';

/** What another reading may change; of an encrypted file it changes nothing. */
const statuses = ['timed-out', 'not-read', 'damaged', 'too-large'] as const satisfies readonly ReadStatus[];

function say(desk: Desk, { number, before, reading, children, notTakenOut }: ReadAgain): void {
  if (desk.json) {
    const inside = {
      ...(children.length > 0 && { children: children.map(({ name, number: child, parent, reading: status }) => ({ name, number: child, parent, reading: status })) }),
      ...(notTakenOut.length > 0 && { notTakenOut }),
    };
    desk.line(JSON.stringify({ number, before, reading, ...inside }));
    return;
  }
  desk.line(`${number}  ${before} > ${reading}`);
  for (const child of children) desk.line(`  ${child.number}  ${child.name}, in ${child.parent}`);
  for (const { name, why } of notTakenOut) desk.note(`  ${name === '' ? `Nothing was taken out of ${number}` : `${name} was not taken out of ${number}`}: ${why}.`);
}

/** Reads again what could not be read, a line a file once it is committed; what was read stays when a later file is refused. */
export const readAgain: Command = {
  name: 'read-again',
  usage: `read-again VAULT [EX-001…] [--status ${statuses.join('|')}] [--case CASE-001] [--read-seconds N] ${keyUsage}`,
  says:
    'Reads the words of exhibits again from their stored bytes, with more time (300 seconds each unless --read-seconds says otherwise), and takes out what lies inside where nothing was taken out yet.\n' +
    'Without numbers those whose reading took too long, or ended as --status says. What was found before stays in the history, and the custody says that it was read again. Exit code 1 where something still could not be read.',
  options: { ...keyOptions, status: { type: 'string' }, case: { type: 'string' }, 'read-seconds': { type: 'string' } },
  operands: [1, Number.POSITIVE_INFINITY],
  run: (given, desk) => {
    const named = given.operands.slice(1);
    const status = oneOf(given, 'status', statuses);
    const seconds = secondsTyped(given.option('read-seconds')) ?? secondsAgain;
    if (named.length > 0 && (status ?? given.option('case')) !== undefined) misuse('Name exhibits, or say with --status and --case which ones.');
    return withVault(given, desk, async ({ vault, records }) => {
      const reading = records.reading();
      const of = given.option('case');
      const numbers = named.length > 0 ? named : atOnce(unread(reading, [status ?? 'timed-out'], of === undefined ? undefined : reading.require(of).id)).map((one) => one.number);
      let done = 0;
      for (const number of numbers) {
        try {
          const read = await again({ vault, records, runJob: desk.runJob, clock: desk.clock }, number, { seconds, signal: desk.signal });
          if (isRead(read.reading)) done++;
          say(desk, read);
        } catch (thrown) {
          if (!(thrown instanceof Refused) || thrown.failure.code === 'cancelled') throw thrown;
          if (desk.json) desk.line(JSON.stringify({ number, failure: thrown.failure }));
          else desk.note(sentenceOf(thrown.failure));
        }
      }
      const left = numbers.length - done;
      return { ok: left === 0, json: null, words: [numbers.length === 0 ? 'Nothing waits to be read again.' : `${done} read${left > 0 ? `, ${left} not` : ''}.`] };
    });
  },
};
