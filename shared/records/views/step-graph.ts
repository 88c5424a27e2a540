/** What waits for what: a step with the records it depends on. */
export interface Waiting {
  readonly id: string;
  readonly dependsOn: readonly string[];
}
/** Where a node of the graph stands: columns from what waits for nothing to what waits longest, rows from the top. */
export interface GraphPlace {
  readonly id: string;
  readonly column: number;
  readonly row: number;
}
export interface StepGraph {
  readonly places: readonly GraphPlace[];
  /** From what is waited for to what waits. */
  readonly edges: readonly { readonly from: string; readonly to: string }[];
  readonly columns: number;
  readonly rows: number;
}

/** How often the rows are set anew by the middle of their neighbours: more changes nothing that the eye sees. */
const sweeps = 8;

/**
 * Steps and what they wait for, in columns so that every line goes from left to right, and in rows near what they are tied to so that few lines cross. What
 * is tied to nothing stands in columns of its own below. The same steps give the same places. A circle (the kind refuses one) ends where it closes.
 */
export function stepGraph(steps: readonly Waiting[]): StepGraph {
  const waits = new Map(steps.map((step) => [step.id, [...new Set(step.dependsOn)].filter((id) => id !== step.id)]));
  const all = [...new Set(steps.flatMap((step) => [step.id, ...(waits.get(step.id) ?? [])]))];
  const column = new Map<string, number>();
  const depth = (id: string, on: ReadonlySet<string>): number => {
    const known = column.get(id);
    if (known !== undefined) return known;
    const before = (waits.get(id) ?? []).filter((other) => !on.has(other)).map((other) => depth(other, new Set([...on, id])));
    const found = before.length === 0 ? 0 : Math.max(...before) + 1;
    column.set(id, found);
    return found;
  };
  for (const id of all) depth(id, new Set());
  const edges = all.flatMap((to) => (waits.get(to) ?? []).filter((from) => (column.get(from) ?? 0) < (column.get(to) ?? 0)).map((from) => ({ from, to })));
  const tied = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const columns = Math.max(0, ...[...tied].map((id) => column.get(id) ?? 0)) + (all.length === 0 ? 0 : 1);
  const layers = Array.from({ length: columns }, (_, at) => all.filter((id) => tied.has(id) && column.get(id) === at));
  const row = new Map<string, number>();
  const number = (layer: readonly string[]): void => layer.forEach((id, i) => row.set(id, i));
  layers.forEach(number);
  const neighbours = new Map<string, string[]>();
  for (const { from, to } of edges)
    for (const [a, b] of [
      [from, to],
      [to, from],
    ] as const)
      neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
  const middle = (id: string): number => {
    const near = (neighbours.get(id) ?? []).map((other) => row.get(other) ?? 0);
    return near.length === 0 ? (row.get(id) ?? 0) : near.reduce((sum, one) => sum + one, 0) / near.length;
  };
  for (let sweep = 0; sweep < sweeps; sweep++)
    for (const layer of sweep % 2 === 0 ? layers : [...layers].reverse()) {
      const at = new Map(layer.map((id) => [id, middle(id)]));
      layer.sort((a, b) => (at.get(a) ?? 0) - (at.get(b) ?? 0) || all.indexOf(a) - all.indexOf(b));
      number(layer);
    }
  const tallest = Math.max(0, ...layers.map((layer) => layer.length));
  const loose = all.filter((id) => !tied.has(id));
  const wide = Math.max(1, Math.min(columns, 4), tied.size === 0 ? 4 : 1);
  const places = [
    ...layers.flatMap((layer, at) => layer.map((id, i): GraphPlace => ({ id, column: at, row: i }))),
    ...loose.map((id, i): GraphPlace => ({ id, column: i % wide, row: tallest + Math.floor(i / wide) })),
  ];
  return { places, edges, columns: Math.max(0, ...places.map((one) => one.column + 1)), rows: Math.max(0, ...places.map((one) => one.row + 1)) };
}

/** Everything that `id` waits for and everything that waits for it, through any number of steps; with itself. */
export function chainOf(edges: StepGraph['edges'], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  const walk = (from: string, next: (one: string) => readonly string[]): void => {
    for (const other of next(from))
      if (!found.has(other)) {
        found.add(other);
        walk(other, next);
      }
  };
  walk(id, (one) => edges.filter((edge) => edge.to === one).map((edge) => edge.from));
  walk(id, (one) => edges.filter((edge) => edge.from === one).map((edge) => edge.to));
  return found;
}
