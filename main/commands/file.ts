import { parseDay } from '../../shared/calendar/day.ts';
import { pressFiling } from '../filings/press-filing.ts';
import { keyOptions, keyUsage, oneOf, misuse, type Command } from './command.ts';
import { outFile } from './destinations.ts';
import { withVault } from './with-vault.ts';

export const documents = ['order-summary', 'status-report', 'access-status'] as const;

export const file: Command = {
  name: 'file',
  usage: `file VAULT ${documents.join('|')} --model MODEL-001 --out FILE.pdf [--order ORD-001] [--profile internal|outgoing] [--filing FIL-001] [--recipient NAME] [--as-of DATE] ${keyUsage}`,
  says: 'Makes a paper as PDF. access-status says of every model of the case, by version, surface and class of people, whom the orders bar on a day (--as-of), for inside use. internal is stamped as a privileged draft; outgoing wants an approved filing and contains what that filing chooses, nothing else. --recipient names who receives it (a name, or the number of a party): what is for named recipients goes to nobody else.',
  options: {
    ...keyOptions,
    model: { type: 'string' },
    order: { type: 'string' },
    profile: { type: 'string' },
    filing: { type: 'string' },
    recipient: { type: 'string' },
    'as-of': { type: 'string' },
    out: { type: 'string' },
  },
  operands: [2, 2],
  run: (given, desk) => {
    const typed = given.operand(1, 'a document');
    const document = documents.find((one) => one === typed) ?? misuse(`There is no document "${typed}". The documents are ${documents.join(', ')}.`);
    const model = given.option('model') ?? misuse('Name the model: --model MODEL-001.');
    const profile = oneOf(given, 'profile', ['internal', 'outgoing'] as const) ?? 'internal';
    const day = given.option('as-of');
    if (day !== undefined && parseDay(day) === null) misuse('--as-of takes a day, written 2026-06-18.');
    if (day !== undefined && document !== 'access-status') misuse('--as-of is for access-status: the other papers say what stands today.');
    const destination = outFile(given, desk);
    return withVault(given, desk, async ({ vault, records }) => {
      const house = { records, checkpoint: () => vault.checkpoint(), clock: desk.clock, sample: vault.sample, runJob: desk.runJob };
      const asked = { document, model, order: given.option('order'), profile, filing: given.option('filing'), day, recipient: given.option('recipient') };
      const { number, pages, bytes, sha256, filing, recipient } = await pressFiling(house, asked, () => destination, { signal: desk.signal });
      return {
        json: { file: destination.path, pages, bytes, sha256, profile, release: number, filing, recipient },
        words: [`${destination.path}: ${pages} page${pages === 1 ? '' : 's'}, SHA-256 ${sha256}.`],
      };
    });
  },
};
