import type { RecordOf } from '../../../shared/records/kinds.ts';

interface OrderAround {
  readonly record: { readonly number: string; readonly fields: Pick<RecordOf<'order'>['fields'], 'clauses'> };
  readonly linkedFrom: readonly { readonly kind: string; readonly number: string; readonly title: string; readonly state: string }[];
}
export interface OpenQuestion {
  /** Of the open term’s own record, else of the order whose clause has it. */
  readonly number: string;
  readonly term: string;
  readonly question: string;
}

/** A term in these states has no reading that is followed. */
const open: readonly string[] = ['open', 'asked'];
const spelled = (term: string): string => term.replaceAll(/[“”"]/g, '').trim().toLowerCase();

/** Terms of these orders on which no reading is adopted: those with a record of their own, and those that stand in a clause alone. None is told twice. */
export function openQuestions(orders: readonly OrderAround[]): OpenQuestion[] {
  const own = new Map(
    orders.flatMap((one) => one.linkedFrom.filter((link) => link.kind === 'ambiguity')).map(({ number, title, state }) => [number, { number, term: title, question: '', state }]),
  );
  const recorded = new Set([...own.values()].map(({ term }) => spelled(term)));
  return [
    ...[...own.values()].filter(({ state }) => open.includes(state)).map(({ number, term, question }) => ({ number, term, question })),
    ...orders.flatMap(({ record }) =>
      (record.fields.clauses ?? []).flatMap((clause) =>
        (clause.terms ?? [])
          .filter((term) => term.adopted === undefined && !recorded.has(spelled(term.term)))
          .map(({ term, question }) => ({ number: record.number, term, question: question ?? '' })),
      ),
    ),
  ];
}
