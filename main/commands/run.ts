import { parseArgs } from 'node:util';
import { Refused, type Failure } from '../../shared/failure/failure.ts';
import { sentenceOf } from '../../shared/failure/sentences.ts';
import { damageMet } from '../vault/system-failure.ts';
import { keyUsage, keyWords, misuse, type Command, type Desk, type Given } from './command.ts';
import { commands } from './commands.ts';

/** Exit codes: done; the answer is no; the command was not understood. */
export const exits = { done: 0, no: 1, misuse: 2 } as const;

/** What the entry gives: the desk without what only the arguments tell. */
export type Outside = Omit<Desk, 'json'>;

/** Runs one command line and gives its exit code. Only a bug is thrown. */
export async function run(words: readonly string[], outside: Outside): Promise<number> {
  const command = commandNamed(words);
  if (!command) return help(words, outside);
  const rest = words.slice(command.name.split(' ').length);
  if (rest.includes('--help')) {
    outside.line(`usage: cordon ${command.usage}\n\n${command.says}${command.usage.includes(keyUsage) ? `\n${keyWords}` : ''}`);
    return exits.done;
  }
  // Read before the options are: a command line that is wrong in another place still answers in the form it asked for.
  const json = rest.includes('--json');
  try {
    const given = understood(command, rest);
    const outcome = await command.run(given, { ...outside, json });
    if (!json) outcome.words.forEach(outside.line);
    else if (outcome.json) outside.line(JSON.stringify(outcome.json));
    return outcome.ok === false ? exits.no : exits.done;
  } catch (error) {
    const thrown = damageMet(error);
    if (!(thrown instanceof Refused)) throw thrown;
    return failed(thrown.failure, command, json, outside);
  }
}

const commandNamed = (words: readonly string[]): Command | undefined => commands.find((one) => one.name === words.slice(0, one.name.split(' ').length).join(' '));

function help(words: readonly string[], { line, note }: Outside): number {
  const first = words.find((word) => !word.startsWith('-'));
  const asked = first === undefined ? words.length === 0 || words.includes('--help') : first === 'help';
  const text = [
    'usage: cordon COMMAND …',
    '',
    ...commands.map((one) => `  ${one.usage}`),
    '',
    keyWords,
    'Every command takes --json and --help. Exit code: 0 done, 1 the answer is no, 2 not understood.',
  ];
  if (asked && words.length > 0) {
    text.forEach(line);
    return exits.done;
  }
  [...(first === undefined || asked ? [] : [`There is no command "${first}".`, '']), ...text].forEach(note);
  if (words.includes('--json')) line(JSON.stringify({ failure: { code: 'misuse', why: first === undefined ? 'No command was given.' : 'There is no such command.' } }));
  return exits.misuse;
}

const parsed = (command: Command, words: string[]) =>
  parseArgs({ args: words, options: { json: { type: 'boolean' }, ...command.options }, allowPositionals: true, strict: true, tokens: true });

function understood(command: Command, words: string[]): Given {
  let read: ReturnType<typeof parsed>;
  try {
    read = parsed(command, words);
  } catch (thrown) {
    // Node's own sentence names the option and nothing else.
    return misuse(thrown instanceof TypeError ? thrown.message : 'The options were not understood.');
  }
  const { positionals, tokens } = read;
  const values: Readonly<Record<string, unknown>> = read.values;
  // Of two values for one option only the last would count, and nobody would see that the first did not.
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const name: string = token.name;
    if (seen.has(name) && name !== 'json' && command.options[name]?.multiple !== true) misuse(`--${name} is given twice.`);
    seen.add(name);
  }
  const [least, most] = command.operands;
  if (positionals.length < least || positionals.length > most) misuse(positionals.length < least ? 'Something is missing.' : `"${positionals[most] ?? ''}" is one too many.`);
  const all = (name: string): readonly unknown[] => {
    const value: unknown = values[name];
    return Array.isArray(value) ? value : value === undefined ? [] : [value];
  };
  return {
    operands: positionals,
    operand: (index, what) => positionals[index] ?? misuse(`Name ${what}.`),
    option: (name) => all(name).map(String).at(-1),
    options: (name) => all(name).map(String),
    flag: (name) => values[name] === true,
  };
}

function failed(failure: Failure, command: Command, json: boolean, { line, note }: Outside): number {
  if (json) line(JSON.stringify({ failure }));
  if (!json) note(sentenceOf(failure));
  if (failure.code !== 'misuse' && failure.code !== 'not-a-recipient') return exits.no;
  note(json ? `${sentenceOf(failure)}\nusage: cordon ${command.usage}` : `usage: cordon ${command.usage}`);
  return exits.misuse;
}
