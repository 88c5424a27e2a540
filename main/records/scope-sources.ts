import { isKind, type KindName, type RecordOf } from '../../shared/records/kinds.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { scopeOf, type Scope, type ScopeSources } from '../../shared/records/views/scope-of.ts';
import type { Reading } from './reading.ts';

/** Every order, scope rule and open term around an order: those of its case, or all where it stands in none. */
export function scopeSources(reading: Reading, caseId: string | null): ScopeSources {
  const inCase = caseId ?? undefined;
  return { orders: reading.all('order', inCase), rules: reading.all('scope_rule', inCase), ambiguities: reading.all('ambiguity', inCase) };
}

/** What whom the orders reach on a day rests on. */
export const statusBy: readonly KindName[] = ['restricted_model', 'order', 'scope_rule', 'ambiguity'];

/**
 * Of all orders those that may say something of these models, with whatever changes, ends or halts them: what rules name, what names a model, and all that
 * hangs together with either. An order is long, and of a thousand a few are about the models that fill a screen.
 */
export function sourcesAbout(reading: Reading, models: readonly { readonly id: string }[]): ScopeSources {
  const asked = new Set(models.map(({ id }) => id));
  const rules = reading.all('scope_rule');
  const ruling = rules.filter(({ fields }) => fields.models?.some((id) => asked.has(id))).map(({ fields }) => fields.order);
  return { orders: reading.hanging('order', [...asked, ...ruling]), rules, ambiguities: reading.all('ambiguity') };
}

/** The order with this number. Refuses `record-not-found` for anything else. */
export function orderNumbered(reading: Reading, number: string): RecordOf<'order'> {
  const order = reading.require(number);
  return isKind(order, 'order') && !order.removed ? order : refuse({ code: 'record-not-found', number });
}

/**
 * The rules of an order as they stand on a day. Refuses `guard` where none is in use: of whom an order without a recorded rule reaches, nothing can be said,
 * and silence must not look like “not barred”.
 */
export function scopeNumbered(reading: Reading, number: string, day: string, today: string): Scope {
  const order = orderNumbered(reading, number);
  const scope = scopeOf(order, scopeSources(reading, order.caseId), day, today);
  if (!scope.rules.some(({ kind }) => kind === 'barred'))
    refuse({
      code: 'guard',
      number: scope.order.number,
      guard: 'no-scope-rule',
      facts: ['No rule on whom it reaches is in use, so nothing can be said about anybody', ...scope.notes.map((note) => note.replace(/\.$/, ''))],
    });
  return scope;
}
