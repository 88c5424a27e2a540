import { Refused, type Failure } from '../../shared/failure/failure.ts';
import { sentenceOf } from '../../shared/failure/sentences.ts';
import { audiences, privileges, type Privilege } from '../../shared/records/field.ts';
import type { PrivilegeBasis } from '../../shared/records/record.ts';
import { takeIn, type IntakeSetting, type TakenIn } from '../evidence/intake.ts';
import { filesBelow } from '../evidence/files-below.ts';
import { takeInLoadFile } from '../evidence/load-file.ts';
import { openLoadFile } from '../evidence/open-load-file.ts';
import { shownName } from '../evidence/reader/parts.ts';
import { openSource } from '../evidence/source-file.ts';
import { keyOptions, keyUsage, misuse, oneOf, type Command, type Desk, type Given } from './command.ts';
import { secondsTyped } from './seconds-typed.ts';
import { caseOf, withVault, type Opened } from './with-vault.ts';

async function one(opened: Opened, desk: Desk, at: string, setting: IntakeSetting): Promise<TakenIn> {
  const source = await openSource(at);
  try {
    return await takeIn({ ...opened, runJob: desk.runJob, clock: desk.clock }, source, setting);
  } finally {
    await source.close();
  }
}

interface Count {
  taken: number;
  inside: number;
  refused: number;
  /** Files without a text layer: what they say is not found by search. */
  wordless: number;
}

const childJson = ({ name, number, parent, sha256, bytes, reading, sameBytesAs }: TakenIn['children'][number]): object => ({
  name,
  number,
  parent,
  sha256,
  bytes,
  reading,
  sameBytesAs,
});

/** Why the words of a file were not read, where it is not that it has none. */
const unread: Readonly<Partial<Record<TakenIn['reading'], string>>> = {
  encrypted: 'it is encrypted',
  damaged: 'it is damaged, or not what its name says',
  'too-large': 'it is too large to read its words or to take anything out of it',
  'timed-out': 'reading it took too long; cordon read-again gives it more time',
  'not-read': 'its words are not read; to search those of an older office file, take in a copy saved in a newer form or as PDF too',
};

function say(desk: Desk, path: string, { number, sha256, bytes, reading, sameBytesAs, children, notTakenOut }: TakenIn): void {
  if (desk.json) {
    const inside = { ...(children.length > 0 && { children: children.map(childJson) }), ...(notTakenOut.length > 0 && { notTakenOut }) };
    desk.line(JSON.stringify({ path, sha256, bytes, number, reading, sameBytesAs, ...inside }));
    return;
  }
  const same = (numbers: readonly string[]): string => (numbers.length > 0 ? `  (same bytes as ${numbers.join(', ')})` : '');
  // A name may hold line ends, or marks that turn writing round, to pass for another one.
  desk.line(`${number}  ${sha256}  ${bytes}  ${shownName(path)}${same(sameBytesAs)}`);
  for (const child of children) desk.line(`  ${child.number}  ${child.sha256}  ${child.bytes}  ${child.name}, in ${child.parent}${same(child.sameBytesAs)}`);
  for (const { number: of, reading: status } of [{ number, reading }, ...children]) {
    const why = unread[status];
    if (why !== undefined) desk.note(`  ${of} is kept whole and found by its name: ${why}.`);
  }
  for (const { name, why } of notTakenOut) desk.note(`  ${name === '' ? `Nothing was taken out of ${number}` : `${name} was not taken out of ${number}`}: ${why}.`);
}

/** A line a file, printed when it is committed or refused. What was taken in stays when a later file is refused. */
async function each(opened: Opened, desk: Desk, paths: readonly string[], setting: IntakeSetting): Promise<Count> {
  const count: Count = { taken: 0, inside: 0, refused: 0, wordless: 0 };
  const failed = (path: string, failure: Failure): void => {
    count.refused++;
    if (desk.json) desk.line(JSON.stringify({ path, failure }));
    else desk.note(sentenceOf(failure));
  };
  for (const given of paths) {
    for await (const path of filesBelow(given)) {
      if (desk.signal.aborted) throw new Refused({ code: 'cancelled' });
      try {
        const taken = await one(opened, desk, path, setting);
        count.taken++;
        count.inside += taken.children.length;
        count.wordless += [taken, ...taken.children].filter(({ reading }) => reading === 'no-text').length;
        say(desk, path, taken);
      } catch (thrown) {
        if (!(thrown instanceof Refused) || thrown.failure.code === 'cancelled') throw thrown;
        failed(path, thrown.failure);
      }
    }
  }
  return count;
}

const words = ({ taken, inside, refused, wordless }: Count): string[] => [
  `${taken} taken in${inside > 0 ? `, and ${inside} out of them` : ''}${refused > 0 ? `, ${refused} not` : ''}. Leave the originals where they are.`,
  ...(wordless > 0
    ? [
        `${wordless} ${wordless === 1 ? 'has' : 'have'} no text layer. Cordon does not recognize text in pictures (OCR): ${wordless === 1 ? 'it is' : 'they are'} found by name only.`,
      ]
    : []),
];

/** What a load file lists, a line an item, printed when it is committed or refused. */
async function listed(opened: Opened, desk: Desk, given: Given, setting: IntakeSetting): Promise<Count> {
  const count: Count = { taken: 0, inside: 0, refused: 0, wordless: 0 };
  const load = await openLoadFile(desk.runJob, given.option('load-file') ?? '', { images: given.option('images'), root: given.option('root'), signal: desk.signal });
  for await (const { line, control, path: at, taken, failure } of takeInLoadFile({ ...opened, runJob: desk.runJob, clock: desk.clock }, load, setting)) {
    if (taken) count.taken++;
    else count.refused++;
    if (desk.json)
      desk.line(
        JSON.stringify({
          line,
          control,
          path: at,
          ...(taken ? { sha256: taken.sha256, bytes: taken.bytes, number: taken.number, reading: taken.reading, sameBytesAs: taken.sameBytesAs } : { failure }),
        }),
      );
    else if (taken) desk.line(`${taken.number}  ${taken.sha256}  ${taken.bytes}  ${control}  ${at}`);
    else if (failure) desk.note(`Line ${line}, ${control}: ${sentenceOf(failure)}`);
  }
  return count;
}

/** What a claim of privilege rests on (domain.md §2.0). Refuses `misuse` for a part of it, or for one without a claim. */
function basisTyped(given: Given, privilege: Privilege | undefined): PrivilegeBasis | undefined {
  const [author, purpose] = [given.option('privilege-author'), given.option('privilege-purpose')];
  const dualPurpose = given.flag('dual-purpose');
  if (author === undefined && purpose === undefined && !dualPurpose) return undefined;
  if (privilege === undefined || privilege === 'none') misuse('--privilege-author, --privilege-purpose and --dual-purpose go with --privilege.');
  if (author === undefined || purpose === undefined) return misuse('A claim of privilege rests on who made it and for what: give --privilege-author and --privilege-purpose.');
  return { author, purpose, dualPurpose };
}

export const intake: Command = {
  name: 'intake',
  usage: `intake VAULT FILE-OR-FOLDER… | --load-file FILE.dat [--images FILE.opt] [--root FOLDER] [--case CASE-001 | --item EX-001] [--custodian NAME] [--system NAME] [--audience …] [--privilege … [--privilege-author NAME --privilege-purpose WORDS [--dual-purpose]]] [--reason WORDS] [--no-text | --read-seconds N] ${keyUsage}`,
  says:
    'Takes files in as evidence, each an item with its digest and the first event of its custody, and prints a line a file once it is committed. Leave the originals where they are.\n' +
    'A folder is every file below it. Attachments of mail, messages of mailboxes and files of archives become items of their own, attached to what they lay in.\n' +
    'With --load-file it takes in what a Concordance load file lists (and the page images of an Opticon one: that of the same name beside it, or --images), checks the digests given there, takes the text it names and attaches families.\n' +
    'Without --case the items go into the only case there is, or into none. With --item one file\n' +
    'becomes the bytes of an item that is registered and has none. --no-text leaves their words unread and takes nothing out of them;\n' +
    '--read-seconds says how long reading one file may take, for one that took too long.',
  options: {
    ...keyOptions,
    case: { type: 'string' },
    item: { type: 'string' },
    custodian: { type: 'string' },
    system: { type: 'string' },
    audience: { type: 'string' },
    privilege: { type: 'string' },
    'privilege-author': { type: 'string' },
    'privilege-purpose': { type: 'string' },
    'dual-purpose': { type: 'boolean' },
    reason: { type: 'string' },
    'no-text': { type: 'boolean' },
    'read-seconds': { type: 'string' },
    'load-file': { type: 'string' },
    images: { type: 'string' },
    root: { type: 'string' },
  },
  operands: [1, Number.POSITIVE_INFINITY],
  run: (given, desk) => {
    const privilege = oneOf(given, 'privilege', privileges);
    const labels = { audience: oneOf(given, 'audience', audiences), privilege, privilegeBasis: basisTyped(given, privilege) };
    const readSeconds = secondsTyped(given.option('read-seconds'));
    const item = given.option('item');
    const load = given.option('load-file');
    if ((load === undefined) === given.operands.length < 2) misuse('Name files or folders, or a load file with --load-file.');
    if (load === undefined && (given.option('images') ?? given.option('root')) !== undefined) misuse('--images and --root go with --load-file.');
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
        readSeconds,
        signal: desk.signal,
      };
      const count = load === undefined ? await each(opened, desk, given.operands.slice(1), setting) : await listed(opened, desk, given, setting);
      return { ok: count.refused === 0, json: null, words: words(count) };
    });
  },
};
