import type { Compared, Result } from './ruling.ts';

/**
 * One line of the result of a screening as it is kept: result, place of the reason, answer of the EAR test, whether the two differ, and the person's
 * identifier as a cell of RFC 4180. The identifier stands last, so that a line is read without looking for quotes.
 */
export const resultHead = 'result,reason,ear,differs,person_id';
const results: Readonly<Record<Result, string>> = { barred: 'b', not_barred: 'n', undetermined: 'u' };
const ears: Readonly<Record<Compared['ear'], string>> = { foreign_person: 'f', not_foreign_person: 'n', undetermined: 'u' };
const resultOf = new Map(Object.entries(results).map(([name, letter]) => [letter, name as Result]));
const earOf = new Map(Object.entries(ears).map(([name, letter]) => [letter, name as Compared['ear']]));

export interface ResultLine {
  readonly result: Result;
  readonly reason: number;
  readonly ear: Compared['ear'];
  readonly differs: boolean;
  /** A cell of RFC 4180, quoted where it must be. */
  readonly idCell: string;
}

export const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
export const plainCell = (cell: string): string => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);

export const resultLine = ({ result, reason, ear, differs }: Omit<ResultLine, 'idCell'>, idCell: string): string =>
  `${results[result]},${reason},${ears[ear]},${differs ? 1 : 0},${idCell}\n`;

/** A line read again. Throws on anything that `resultLine` did not write: the bytes are authentic, so that would be a bug. */
export function readResultLine(line: string): ResultLine {
  const second = line.indexOf(',', 2);
  const result = resultOf.get(line[0] ?? '');
  const ear = earOf.get(line[second + 1] ?? '');
  if (result === undefined || ear === undefined) throw new Error('a line of a screening that cannot be read');
  return { result, reason: Number(line.slice(2, second)), ear, differs: line[second + 3] === '1', idCell: line.slice(second + 5) };
}
