import type { Looking } from '../../shared/records/binding-hour.ts';
import type { RecordOf } from '../../shared/records/kinds.ts';
import type { Citations } from './citations.ts';
import type { Profile } from './press/press.ts';
import type { Shelf } from './shelf.ts';

/** What every part of a document has before it. */
export interface Desk {
  readonly shelf: Shelf;
  readonly cite: Citations;
  readonly profile: Profile;
  /** The day of the paper, `YYYY-MM-DD`, and how a paper says it. */
  readonly today: string;
  readonly todayWords: string;
  /** The instant at which it is made, and whose clocks it goes by: whether an hour has passed. */
  readonly looking: Looking;
  readonly model: RecordOf<'restricted_model'>;
  readonly orders: readonly RecordOf<'order'>[];
  readonly filing: RecordOf<'filing'> | undefined;
  /** Who receives the paper, as it names them. */
  readonly recipient?: string | undefined;
}

export type Of<K extends 'order' | 'restricted_model' | 'deadline' | 'evidence_request' | 'assertion' | 'restore_criterion' | 'remediation_step' | 'filing'> = RecordOf<K>;

/** The name of a party, exactly as it is recorded; undefined when it may not be shown. */
export const partyName = (desk: Desk, id: string | undefined): string | undefined => desk.shelf.get('party', id)?.fields.name;

/** `one`, `one and two`, `one, two and three`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
export const count = (n: number, one: string, many: string) => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;
const smallNumbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
/** As `count`, for the beginning of a sentence: `Two instruments`. */
export const countWords = (n: number, one: string, many: string) => `${smallNumbers[n] ?? n.toLocaleString('en-US')} ${n === 1 ? one : many}`;
/** Somebody's words as a sentence of a paragraph: with a full stop where they have none. */
export const ended = (words: string): string => (/[.!?…]["”’)]?$/.test(words) ? words : `${words}.`);
/** `cl. 4` for a bare number, the clause as it is called otherwise. */
export const clauseName = (clause: string) => (/^\d+[a-z]?$/.test(clause) ? `cl. ${clause}` : clause);
export const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
