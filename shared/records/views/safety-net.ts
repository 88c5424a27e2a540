import { closedStatesOfWork } from '../case-work.ts';
import type { RecordOf } from '../kinds.ts';
import { openObligations } from './open-obligations.ts';

type Case = RecordOf<'case'>;
type Deadline = RecordOf<'deadline'>;
type Order = RecordOf<'order'>;

export const netReasons = ['no-next-date', 'no-trigger-evidence', 'no-open-deadline'] as const;

/** Something that no date holds. It is raised until the case records why that is in order. */
export interface Raised {
  readonly why: (typeof netReasons)[number];
  /** What an answer names: `ORD-005 OB-13`, `DL-009`, or the number of the case. */
  readonly about: string;
  /** What must be done, what is due, or the title of the case. */
  readonly words: string;
  /** Number of the case in whose record the answer is written. */
  readonly answerIn: string;
}

const open = (record: { readonly kind: string; readonly state: string }) => !(closedStatesOfWork[record.kind] ?? []).includes(record.state);

/**
 * What stands without a date (domain.md §3, features.md F053): an open obligation of an order in force with no open deadline behind it, a running
 * deadline by rule whose trigger nothing proves, and a case under an order in force that has no open deadline at all, the day on which its last one is
 * closed included. An answer holds until the day on which the case wants to look again.
 */
export const safetyNet = (cases: readonly Case[], orders: readonly Order[], deadlines: readonly Deadline[], today: string): Raised[] =>
  raisedOf(cases, orders.map(netOrder), deadlines.map(netDeadline), today);

/** What is asked of an order and of a deadline: so little of thousands can be kept. */
export interface NetOrder extends Pick<Order, 'kind' | 'state' | 'caseId' | 'number'> {
  readonly obligations: readonly { readonly number: string; readonly text: string; readonly due: string | undefined }[];
}
export interface NetDeadline extends Pick<Deadline, 'kind' | 'state' | 'caseId' | 'number' | 'id'> {
  readonly title: string;
  readonly unproved: boolean;
}
export function netOrder(order: Order): NetOrder {
  const { kind, state, caseId, number } = order;
  return { kind, state, caseId, number, obligations: openObligations(order).map(({ number: own, text, due }) => ({ number: own, text, due })) };
}
export function netDeadline(deadline: Deadline): NetDeadline {
  const { kind, state, caseId, number, id, fields } = deadline;
  return { kind, state, caseId, number, id, title: fields.title, unproved: unproved(deadline) };
}

/** As `safetyNet`, of what was kept. */
export function raisedOf(cases: readonly Case[], orders: readonly NetOrder[], deadlines: readonly NetDeadline[], today: string): Raised[] {
  const running = new Map(deadlines.filter(open).map((one) => [one.id, one]));
  return cases
    .filter((one) => one.state !== 'closed')
    .flatMap((one): Raised[] => {
      const answered = new Set((one.fields.netAnswers ?? []).filter(({ until }) => until === undefined || until > today).map(({ about }) => about));
      const inForce = orders.filter((order) => order.caseId === one.id && open(order));
      const own = [...running.values()].filter((deadline) => deadline.caseId === one.id);
      const raised: Omit<Raised, 'answerIn'>[] = [
        ...(inForce.length > 0 && own.length === 0 ? [{ why: 'no-open-deadline', about: one.number, words: one.fields.title } as const] : []),
        ...inForce.flatMap((order) =>
          order.obligations
            .filter(({ due }) => due === undefined || !running.has(due))
            .map(({ number, text }) => ({ why: 'no-next-date', about: `${order.number} ${number}`, words: text }) as const),
        ),
        ...own.filter((deadline) => deadline.unproved).map(({ number, title }) => ({ why: 'no-trigger-evidence', about: number, words: title }) as const),
      ];
      return raised.filter(({ about }) => !answered.has(about)).map((found) => ({ ...found, answerIn: one.number }));
    });
}

/** A date that a rule counts from an event which no exhibit or message shows. Entered dates have their source in words. */
function unproved({ fields: { method, trigger } }: Deadline): boolean {
  return method === 'rule' && (trigger?.evidence ?? []).length === 0;
}
