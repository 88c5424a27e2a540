import { closedStatesOfWork } from '../case-work.ts';
import type { RecordOf } from '../kinds.ts';

type Order = Pick<RecordOf<'order'>, 'id' | 'number' | 'state'> & { readonly fields: Pick<RecordOf<'order'>['fields'], 'models' | 'clauses'> };
type Finding = Pick<RecordOf<'finding'>, 'id' | 'number' | 'state'> & { readonly fields: Pick<RecordOf<'finding'>['fields'], 'model'> };
type Request = Pick<RecordOf<'evidence_request'>, 'state'> & { readonly fields: Pick<RecordOf<'evidence_request'>['fields'], 'order' | 'items'> };

export interface ScopeRow {
  readonly order: string;
  readonly orderNumber: string;
  /** Number of the clause that asks something; an order whose clauses are not known stands as one row with none. */
  readonly clause: string | null;
  readonly words: string | null;
  /** Whether the words are the order’s own; else they are what others tell of it. */
  readonly ownWords: boolean;
  readonly cells: readonly ScopeCell[];
}
export interface ScopeCell {
  readonly model: string;
  /** Whether the order names the model. */
  readonly covered: boolean;
  /** Tests of this model that are in hand or reported; withdrawn ones are left out. */
  readonly findings: readonly { readonly id: string; readonly number: string; readonly inHand: boolean }[];
  /** The model is covered and nothing in hand shows why, reported tests apart: the words for a request item, null otherwise. */
  readonly ask: string | null;
}

/** How the item of a request that was made here begins. */
const asksFor = 'Any test, finding or other evidence on ';

const over: readonly string[] = ['draft', 'expired', 'revoked', 'superseded', 'vacated'];

/**
 * Scope against evidence (domain.md §2.2): model × clause × findings. A clause that asks nothing (a ground, an exception) is left out; an order
 * that is anticipated or over is too.
 */
export function scopeAgainstEvidence(models: readonly { readonly id: string; readonly name: string }[], orders: readonly Order[], findings: readonly Finding[]): ScopeRow[] {
  const standing = findings.filter((one) => one.state !== 'withdrawn');
  return orders
    .filter((order) => !over.includes(order.state))
    .flatMap((order): ScopeRow[] => {
      const covers = new Set(order.fields.models ?? []);
      const clauses = (order.fields.clauses ?? []).filter((clause) => clause.asksNothing === undefined);
      const rows = clauses.length === 0 ? [{ number: null, quotation: undefined, ownWords: undefined }] : clauses;
      return rows.map((clause) => ({
        order: order.id,
        orderNumber: order.number,
        clause: clause.number,
        words: clause.quotation ?? null,
        ownWords: clause.ownWords === true,
        cells: models.map(({ id, name }): ScopeCell => {
          const of = standing.filter((one) => one.fields.model === id);
          const covered = covers.has(id);
          return {
            model: id,
            covered,
            findings: of.map((one) => ({ id: one.id, number: one.number, inHand: one.state !== 'reported' })),
            ask:
              covered && of.every((one) => one.state === 'reported')
                ? `${asksFor}${name} on which ${order.number}${clause.number === null ? '' : `, clause ${clause.number},`} rests`
                : null,
          };
        }),
      }));
    });
}

/** The requests in which the evidence of a cell is asked for: about its order and its model, still going, and not made for other clauses alone. */
export function askedIn<R extends Request>(requests: readonly R[], row: ScopeRow, cell: ScopeCell): readonly R[] {
  return requests.filter(({ fields, state }) => {
    const about = fields.order ?? [];
    if (!about.includes(row.order) || !about.includes(cell.model) || closedStatesOfWork['evidence_request']?.includes(state)) return false;
    const items = fields.items ?? [];
    return items.length === 0 || items.some(({ text }) => text === cell.ask || !text.startsWith(asksFor));
  });
}
