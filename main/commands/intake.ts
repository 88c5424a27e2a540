import { Refused, type Failure } from '../../shared/failure/failure.ts';
import { sentenceOf } from '../../shared/failure/sentences.ts';
import { audiences, privileges } from '../../shared/records/field.ts';
import { takeIn, type IntakeSetting, type TakenIn } from '../evidence/intake.ts';
import { openSource } from '../evidence/source-file.ts';
import { keyOptions, keyUsage, misuse, oneOf, type Command, type Desk } from './command.ts';
import { caseOf, withVault, type Opened } from './with-vault.ts';

async function one(opened: Opened, desk: Desk, path: string, setting: IntakeSetting): Promise<TakenIn> {
  const source = await openSource(path);
  try {
    return await takeIn({ ...opened, runJob: desk.runJob, clock: desk.clock }, source, setting);
  } finally {
    await source.close();
  }
}

/** A line a file, printed when it is committed or refused. What was taken in stays when a later file is refused. */
async function each(opened: Opened, desk: Desk, paths: readonly string[], setting: IntakeSetting): Promise<{ taken: number; refused: number }> {
  let taken = 0;
  let refused = 0;
  const failed = (path: string, failure: Failure): void => {
    refused++;
    if (desk.json) desk.line(JSON.stringify({ path, failure }));
    else desk.note(sentenceOf(failure));
  };
  for (const path of paths) {
    if (desk.signal.aborted) throw new Refused({ code: 'cancelled' });
    try {
      const { number, sha256, bytes, reading, sameBytesAs } = await one(opened, desk, path, setting);
      taken++;
      if (desk.json) desk.line(JSON.stringify({ path, sha256, bytes, number, reading, sameBytesAs }));
      else desk.line(`${number}  ${sha256}  ${bytes}  ${path}${sameBytesAs.length > 0 ? `  (same bytes as ${sameBytesAs.join(', ')})` : ''}`);
    } catch (thrown) {
      if (!(thrown instanceof Refused) || thrown.failure.code === 'cancelled') throw thrown;
      failed(path, thrown.failure);
    }
  }
  return { taken, refused };
}

export const intake: Command = {
  name: 'intake',
  usage: `intake VAULT FILE… [--case CASE-001 | --item EX-001] [--custodian NAME] [--system NAME] [--audience …] [--privilege …] [--reason WORDS] [--no-text] ${keyUsage}`,
  says:
    'Takes files in as evidence, each an item with its digest and the first event of its custody, and prints a line a file once it is committed. Leave the originals where they are.\n' +
    'Without --case the items go into the only case there is, or into none. With --item one file\n' +
    'becomes the bytes of an item that is registered and has none. --no-text leaves their words unread.',
  options: {
    ...keyOptions,
    case: { type: 'string' },
    item: { type: 'string' },
    custodian: { type: 'string' },
    system: { type: 'string' },
    audience: { type: 'string' },
    privilege: { type: 'string' },
    reason: { type: 'string' },
    'no-text': { type: 'boolean' },
  },
  operands: [2, Number.POSITIVE_INFINITY],
  run: (given, desk) => {
    const labels = { audience: oneOf(given, 'audience', audiences), privilege: oneOf(given, 'privilege', privileges) };
    const item = given.option('item');
    if (item !== undefined && (given.operands.length > 2 || given.option('case') !== undefined)) misuse('--item takes one file, and its item is in a case or in none already.');
    return withVault(given, desk, async (opened) => {
      const setting = {
        ...labels,
        item,
        caseId: item === undefined ? caseOf(opened.records, given.option('case')) : opened.records.reading().require(item).caseId,
        custodian: given.option('custodian'),
        system: given.option('system'),
        reason: given.option('reason'),
        readWords: !given.flag('no-text'),
        signal: desk.signal,
      };
      const { taken, refused } = await each(opened, desk, given.operands.slice(1), setting);
      return { ok: refused === 0, json: null, words: [`${taken} taken in${refused > 0 ? `, ${refused} not` : ''}. Leave the originals where they are.`] };
    });
  },
};
