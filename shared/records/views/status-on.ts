import { factsOf } from '../../law/scope/person-facts.ts';
import { personClasses } from '../../law/scope/person-classes.ts';
import { ruling, type Result } from '../../law/scope/ruling.ts';
import type { Access } from '../../law/scope/scope-rule.ts';
import { atOnce } from '../at-once.ts';
import type { RecordOf } from '../kinds.ts';
import { surfaces } from '../parts/activities.ts';
import type { Order } from '../kinds/order-guards.ts';
import { ordersAround } from './orders-around.ts';
import { scopeOf, type Scope, type ScopeSources } from './scope-of.ts';

type Model = RecordOf<'restricted_model'>;
export type Surface = keyof typeof surfaces;

/** What somebody does with a model through a surface (domain.md §1.4). */
const activityOf: Readonly<Record<Surface, string>> = {
  api: 'inference_api',
  consumer_app: 'inference_ui',
  console: 'inference_ui',
  enterprise_tenant: 'inference_ui',
  cloud_partner: 'inference_api',
  research_network: 'inference_api',
  research_preview: 'inference_ui',
  weights_download: 'weights_download',
  on_prem: 'weights_access',
  internal: 'inference_ui',
};

export interface StatusCell {
  readonly result: Result;
  /** The order and clause that decide; null where no order reaches the model at all. */
  readonly order: string | null;
  readonly clause: string | null;
  readonly missing: readonly string[];
  /** That the order that decides is not confirmed, or known only from what others tell of it: its answer is never read as that of an order in hand. */
  readonly doubt: OrderDoubt | null;
}
export type OrderDoubt = 'unconfirmed' | 'no_text';
export interface StatusRow {
  readonly model: string;
  readonly modelNumber: string;
  readonly version: string;
  readonly surface: Surface | null;
  readonly cells: readonly StatusCell[];
}
export interface StatusOn {
  readonly day: string;
  readonly classes: readonly { readonly key: string; readonly label: string }[];
  readonly rows: readonly StatusRow[];
  /** What must be known with these rows; with all models, of every order. */
  readonly notes: readonly string[];
  /** The rows are those of the first `models` of `of` models. */
  readonly models: number;
  readonly of: number;
}

const worst: readonly Result[] = ['barred', 'undetermined', 'not_barred'];

function doubtOfOrder(number: string | null, { order, amendedBy }: Scope): OrderDoubt | null {
  const decides = [order, ...amendedBy].find((one) => one.number === number);
  if (decides === undefined) return null;
  return decides.state === 'unconfirmed' ? 'unconfirmed' : decides.fields.textInHand === true ? null : 'no_text';
}

const isAbout = ({ rules }: Scope, model: string | undefined): boolean => rules.some((rule) => rule.kind === 'barred' && (model === undefined || rule.models.includes(model)));

/** The strictest answer that any order gives: what one order does not bar, another may. */
export function strictest(scopes: readonly Scope[], recorded: Parameters<typeof factsOf>[0], access: Access): StatusCell {
  const facts = factsOf(recorded);
  const answers = scopes.filter((scope) => isAbout(scope, access.model)).map((scope) => ({ scope, ...ruling(scope.rules, facts, access) }));
  for (const result of worst) {
    const decides = answers.find((one) => one.result === result);
    if (!decides) continue;
    const order = decides.rule?.order ?? null;
    return { result, order, clause: decides.rule?.clause ?? null, missing: decides.missing, doubt: doubtOfOrder(order, decides.scope) };
  }
  return { result: 'not_barred', order: null, clause: null, missing: [], doubt: null };
}

/** The orders that stand by themselves; amendments are read with what they amend. */
function standing(orders: readonly Order[]): readonly Order[] {
  const { root } = ordersAround(orders);
  return orders.filter((order) => order.state !== 'draft' && root(order).id === order.id);
}

/** The scope of every order that stands by itself, amendments read with what they amend. */
export function scopesOn(sources: ScopeSources, day: string, today: string): Scope[] {
  return standing(sources.orders).map((order) => scopeOf(order, sources, day, today));
}

/** Of these orders those whose scope may have a rule about one of the models: it can only come from the order itself or from one that names or amends it. */
function concerning(orders: readonly Order[], models: readonly Model[], sources: ScopeSources): readonly Order[] {
  const around = ordersAround(sources.orders);
  const asked = new Set(models.map(({ id }) => id));
  const saying = new Set(
    sources.rules.flatMap(({ fields }) => {
      const about = fields.models?.length ? fields.models : (around.byId.get(fields.order)?.fields.models ?? []);
      return about.some((id) => asked.has(id)) ? [fields.order] : [];
    }),
  );
  return orders.filter((order) => [order, ...around.naming(order), ...around.amending(order)].some(({ id }) => saying.has(id)));
}

/**
 * Whether each class of people is barred from each version of each model through each surface on a day, by any of the orders. Rows follow the models and the
 * order in which their versions and surfaces are recorded. “Undetermined” stands wherever a fact, a date or a reading is open. With `first`, only so many models
 * are looked at, and of the orders only those that may say something of them.
 */
export function* statusInPieces(all: readonly Model[], sources: ScopeSources, day: string, today: string, first = all.length): Generator<void, StatusOn> {
  const models = all.slice(0, first);
  const orders = standing(sources.orders);
  const scopes: Scope[] = [];
  for (const order of models.length < all.length ? concerning(orders, models, sources) : orders) {
    scopes.push(scopeOf(order, sources, day, today));
    yield;
  }
  const rows: StatusRow[] = [];
  for (const model of models) {
    yield;
    rows.push(...rowsOf(model, scopes));
  }
  return {
    day,
    classes: personClasses.map(({ key, label }) => ({ key, label })),
    rows,
    notes: [...new Set(scopes.filter(({ rules }) => rules.length > 0).flatMap(({ notes }) => notes))],
    models: models.length,
    of: all.length,
  };
}

export const statusOn = (...of: Parameters<typeof statusInPieces>): StatusOn => atOnce(statusInPieces(...of));

function rowsOf(model: Model, scopes: readonly Scope[]): StatusRow[] {
  const access = model.fields.access ?? [];
  const about = scopes.filter((scope) => isAbout(scope, model.id));
  const used = new Set(access.map(({ surface }) => surface));
  // Proof of the cast: the names of `surfaces` are the choices of the field.
  const columns: readonly (Surface | null)[] = used.size === 0 ? [null] : (Object.keys(surfaces) as Surface[]).filter((surface) => used.has(surface));
  const versions = [...new Set([...(model.fields.versions ?? []).map(({ label }) => label), ...access.map(({ version }) => version)])];
  return (versions.length === 0 ? [''] : versions).flatMap((version) =>
    columns.map((surface): StatusRow => {
      const coverage = model.fields.versions?.find(({ label }) => label === version)?.coverage;
      const asked: Access = {
        model: model.id,
        ...(version !== '' && { version }),
        versionCovered: coverage === 'covered' ? true : coverage === 'not_covered' ? false : null,
        ...(surface !== null && { surface, activity: activityOf[surface] }),
      };
      return { model: model.fields.name, modelNumber: model.number, version, surface, cells: personClasses.map(({ recorded }) => strictest(about, recorded, asked)) };
    }),
  );
}
