import type { DateFact } from '../date-fact.ts';
import type { RecordWith } from '../kind.ts';
import type { orderFields } from './order-fields.ts';

export type Order = RecordWith<typeof orderFields>;
export type Obligation = NonNullable<Order['fields']['obligations']>[number];

const oral = ['oral_instruction', 'press_report_of_a_measure'];
const filled = (list: readonly unknown[] | undefined) => list !== undefined && list.length > 0;

/** What was only said, or only reported, binds us unconfirmed until somebody writes it down. */
export function oralStaysUnconfirmed(order: Order): string[] {
  return oral.includes(order.fields.instrument) && !filled(order.fields.writtenConfirmation)
    ? ['It stays unconfirmed until it is confirmed in writing: no written confirmation is recorded.']
    : [];
}

export function oralWasLogged(order: Order): string[] {
  return order.fields.instrument === 'oral_instruction' && !filled(order.fields.contactLog) ? ['An oral instruction needs its contact log: who said what to whom.'] : [];
}

/** A date that is not known may stand, when it says why; a blank may not. */
const stated = (fact: DateFact | undefined) => fact !== undefined && (fact.certainty !== 'unknown' || fact.reason !== undefined);

export function effectiveAndReceived(order: Order): string[] {
  return [
    ...(stated(order.fields.effective) ? [] : ['From when it is effective is not recorded; say why if it is not known.']),
    ...(filled(order.fields.receiptEvidence) ? [] : ['No evidence of receipt or publication is linked.']),
  ];
}

const setAside = ['waived', 'not_applicable'];
const settled = ['done', 'met_continuing'];
const isAnyOf = (one: Obligation) => one.mode === 'any_of' && one.group !== undefined;

/** Obligations that stand alone or in an "all of them" group: each must be done with evidence, or set aside with a reason. */
export function obligationsSettled(order: Order): string[] {
  return (order.fields.obligations ?? [])
    .filter((one) => !isAnyOf(one))
    .flatMap((one) => {
      if (settled.includes(one.state)) return filled(one.evidence) ? [] : [`${one.number} is marked done without evidence.`];
      if (setAside.includes(one.state)) return one.reasonNotDone === undefined ? [`${one.number} is set aside without a reason.`] : [];
      return [`${one.number} is open.`];
    });
}

/** "Correct or withdraw": one branch done with evidence, and a reason for every other (domain.md §2.2). */
export function alternativesSettled(order: Order): string[] {
  const groups = new Map<string, Obligation[]>();
  for (const one of order.fields.obligations ?? []) {
    if (isAnyOf(one) && one.group !== undefined) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  }
  return [...groups].flatMap(([group, branches]) => {
    if (branches.every((one) => setAside.includes(one.state) && one.reasonNotDone !== undefined)) return [];
    const done = branches.filter((one) => settled.includes(one.state) && filled(one.evidence));
    const others = branches.filter((one) => !done.includes(one));
    return [
      ...(done.length === 0 ? [`Group ${group}: no branch is done with evidence.`] : []),
      ...others.filter((one) => one.reasonNotDone === undefined).map((one) => `${one.number}: no reason why this branch was not taken.`),
    ];
  });
}
