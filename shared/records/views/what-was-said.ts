import { byNumber } from '../by-number.ts';
import type { DateFact } from '../date-fact.ts';
import { earliestDay } from '../date-fact.ts';
import { doubtOf, type Doubt } from '../parts/attribution.ts';
import type { RecordOf } from '../kinds.ts';

type Statement = Pick<RecordOf<'statement'>, 'id' | 'number' | 'state' | 'fields'>;
type Assertion = Pick<RecordOf<'assertion'>, 'id' | 'number' | 'state'> & { readonly fields: Pick<RecordOf<'assertion'>['fields'], 'statement'> };
type Stance = NonNullable<Statement['fields']['assertions']>[number]['stance'];

export interface Said extends Doubt {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly side: Statement['fields']['side'];
  readonly forum: Statement['fields']['forum'];
  readonly at: DateFact;
  readonly words: string;
  /** Whether these are the words of the speaker; else those of whoever tells of them, and never to be quoted as the speaker’s. */
  readonly ownWords: boolean;
  readonly speakers: readonly string[];
  readonly sources: readonly string[];
  readonly pinpoint: string | null;
  readonly stance: Stance;
  readonly continuing: boolean;
  readonly captured: boolean;
  readonly approved: boolean;
}
export interface SaidOf {
  readonly assertion: { readonly id: string; readonly number: string; readonly statement: string; readonly state: string };
  /** In the order in which they were made; what has no day comes last. */
  readonly said: readonly Said[];
  /** Pairs of numbers of ours that cannot both stand: one affirms what the other denies, or one denies without more what another qualifies. */
  readonly contradictions: readonly (readonly [string, string])[];
}

/** Statements that are no longer made: nobody is held to them beside the ones that stand. */
const withdrawn: readonly string[] = ['withdrawn', 'corrected', 'draft'];

const clash = (a: Stance, b: Stance): boolean =>
  (a === 'affirms' && b === 'denies') || (a === 'denies' && b === 'affirms') || (a === 'qualifies' && b === 'denies') || (a === 'denies' && b === 'qualifies');

/** What we have said (domain.md §2.21): the statements on each assertion side by side, with ours that contradict one another. Assertions of which nobody said anything are left out. */
export function whatWasSaid(assertions: readonly Assertion[], statements: readonly Statement[]): SaidOf[] {
  return assertions.flatMap((assertion): SaidOf[] => {
    const said = statements
      .flatMap((one): Said[] =>
        (one.fields.assertions ?? [])
          .filter((row) => row.assertion === assertion.id)
          .map((row) => ({
            id: one.id,
            number: one.number,
            state: one.state,
            side: one.fields.side,
            forum: one.fields.forum,
            at: one.fields.at,
            words: one.fields.verbatim,
            ownWords: one.fields.ownWords === true,
            speakers: one.fields.speaker,
            sources: [...new Set([...(one.fields.capture ?? []), ...(one.fields.source ?? [])])],
            pinpoint: one.fields.pinpoint ?? null,
            ...doubtOf(one.fields.attribution),
            stance: row.stance,
            continuing: one.fields.continuing === true,
            captured: (one.fields.capture ?? []).length > 0,
            approved: one.fields.approvedBy !== undefined,
          })),
      )
      .sort((a, b) => (earliestDay(a.at) ?? '9999').localeCompare(earliestDay(b.at) ?? '9999') || byNumber(a, b));
    if (said.length === 0) return [];
    const ours = said.filter((one) => one.side === 'ours' && !withdrawn.includes(one.state));
    const contradictions = ours.flatMap((one, i) =>
      ours
        .slice(i + 1)
        .filter((other) => other.id !== one.id && clash(one.stance, other.stance))
        .map((other) => [one.number, other.number] as const),
    );
    return [{ assertion: { id: assertion.id, number: assertion.number, statement: assertion.fields.statement, state: assertion.state }, said, contradictions }];
  });
}
