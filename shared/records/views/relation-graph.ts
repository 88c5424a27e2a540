import { tieLabel, type Tie } from './party-ties.ts';

/** A record in the graph of what is tied to what. */
export interface RelationNode {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly title: string;
}
/** That one names another, and as what. */
export interface Relation {
  readonly from: string;
  readonly to: string;
  /** Role of the link, or of the party toward the other. */
  readonly role: string;
  /** A date of it is not known well enough to say that it held. */
  readonly possibly?: boolean;
}
/** Where a record stands: columns by how many ties it is away, rows near what it was reached by. */
export interface AroundPlace {
  readonly id: string;
  readonly column: number;
  readonly row: number;
  /** The tie by which it was reached; null for the record in the middle. */
  readonly via: Relation | null;
}
export interface Around {
  readonly places: readonly AroundPlace[];
  /** Every tie between two that are placed. */
  readonly relations: readonly Relation[];
  /** How many more lie within the distance and are left out, farthest first. */
  readonly left: number;
  readonly rows: number;
}

/** Links that roles and interests of a party are made of: they are asked as they stood on the day. */
const ofParties: ReadonlySet<string> = new Set(['role_about', 'part_of', 'represented_by', 'interest_in', 'interest_of']);

/** Every tie between records on a day: the roles and interests of parties as they stood, and what names what. */
export function relationsOn(ties: readonly Tie[], links: readonly Relation[]): readonly Relation[] {
  return [
    ...ties.flatMap((tie): Relation[] => (tie.to === null ? [] : [{ from: tie.from, to: tie.to, role: tieLabel(tie), ...(tie.held === 'possibly' && { possibly: true }) }])),
    ...links.flatMap((link) => (ofParties.has(link.role) ? [] : [{ ...link, role: link.role.replaceAll('_', ' ') }])),
  ];
}

type Near = ReadonlyMap<string, readonly (readonly [id: string, relation: Relation])[]>;

/** Which records each is tied to, whichever of the two names the other; the same each time, in the order of `nodes`. Ties to what is not among them are none. */
export function nearOf(nodes: readonly RelationNode[], relations: readonly Relation[]): Near {
  const near = new Map<string, (readonly [string, Relation])[]>(nodes.map((node) => [node.id, []]));
  for (const relation of relations) {
    const [a, b] = [near.get(relation.from), near.get(relation.to)];
    if (!a || !b || relation.from === relation.to) continue;
    a.push([relation.to, relation]);
    b.push([relation.from, relation]);
  }
  const order = new Map(nodes.map((node, i) => [node.id, i]));
  for (const list of near.values()) list.sort((x, y) => (order.get(x[0]) ?? 0) - (order.get(y[0]) ?? 0));
  return near;
}

/**
 * What lies within `depth` ties of a record, nearest first, at most `most` of them. Rows follow the rows of what each was reached by, so that few lines cross.
 * Each record and tie is looked at once: thousands cost milliseconds.
 */
export function around(near: Near, start: string, depth: number, most: number): Around {
  const places = new Map<string, AroundPlace>();
  let left = 0;
  let front: readonly string[] = near.has(start) ? [start] : [];
  if (front.length > 0) places.set(start, { id: start, column: 0, row: 0, via: null });
  const seen = new Set(front);
  let rows = front.length;
  for (let column = 1; column <= depth && front.length > 0; column++) {
    const next: string[] = [];
    for (const id of front)
      for (const [other, via] of near.get(id) ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        if (places.size >= most) left++;
        else places.set(other, { id: other, column, row: next.length, via });
        next.push(other);
      }
    front = next;
    rows = Math.max(rows, [...places.values()].filter((place) => place.column === column).length);
  }
  const relations = new Set([...places.keys()].flatMap((id) => (near.get(id) ?? []).flatMap(([other, relation]) => (places.has(other) ? [relation] : []))));
  return { places: [...places.values()], relations: [...relations], left, rows };
}

/** One tie of a path, in the direction in which it is walked. */
export interface PathStep {
  readonly relation: Relation;
  readonly to: string;
}

/** The shortest way from one record to another over their ties; null where there is none, empty where they are the same. */
export function pathBetween(near: Near, from: string, to: string): readonly PathStep[] | null {
  if (!near.has(from) || !near.has(to)) return null;
  const came = new Map<string, { readonly from: string; readonly relation: Relation } | null>([[from, null]]);
  let front: readonly string[] = [from];
  while (front.length > 0 && !came.has(to)) {
    const next: string[] = [];
    for (const id of front)
      for (const [other, relation] of near.get(id) ?? []) {
        if (came.has(other)) continue;
        came.set(other, { from: id, relation });
        next.push(other);
      }
    front = next;
  }
  if (!came.has(to)) return null;
  const steps: PathStep[] = [];
  for (let at = to, last = came.get(at); last; at = last.from, last = came.get(at)) steps.unshift({ relation: last.relation, to: at });
  return steps;
}
