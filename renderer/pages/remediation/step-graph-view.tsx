import { useMemo, useState, type KeyboardEvent } from 'react';
import { chainOf, stepGraph, type GraphPlace } from '../../../shared/records/views/step-graph.ts';
import { recordAddress } from '../../screen/route.ts';
import { State, stateLook } from '../../ui/state.tsx';
import { remediation as words } from '../../words/remediation.ts';
import { ExportFigure } from '../export/export-button.tsx';
import type { Step } from './board.tsx';
import styles from './step-graph.module.css';

/** Width and height of a node, and the room between two, in pixels. */
const [width, height, across, down, margin] = [208, 66, 64, 14, 16];
const left = ({ column }: GraphPlace): number => margin + column * (width + across);
const top = ({ row }: GraphPlace): number => margin + row * (height + down);

interface Node {
  readonly number: string;
  readonly title: string;
  readonly kind: string;
  readonly state: string;
}

/**
 * Which step waits for which, and for what outside the plan. A line leads from what is waited for to what waits; the chain of the step that has the focus or
 * the pointer stands out. Arrows walk along the columns and rows, Enter opens; the list says the same in words.
 */
export function StepGraphView({ steps }: { steps: readonly Step[] }) {
  const [on, setOn] = useState<string | null>(null);
  const graph = useMemo(() => stepGraph(steps.map(({ record }) => ({ id: record.id, dependsOn: record.fields.dependsOn ?? [] }))), [steps]);
  const nodes = useMemo(
    () =>
      new Map<string, Node>([
        ...steps.flatMap((step) => step.links.map((link): [string, Node] => [link.id, link])),
        ...steps.map(({ record }): [string, Node] => [record.id, { number: record.number, title: record.fields.title, kind: record.kind, state: record.state }]),
      ]),
    [steps],
  );
  const at = new Map(graph.places.map((place) => [place.id, place]));
  const chain = useMemo(() => (on === null ? null : chainOf(graph.edges, on)), [graph, on]);
  const onKey = (event: KeyboardEvent<HTMLElement>, place: GraphPlace): void => {
    const next = nextPlace(graph.places, place, event.key);
    if (next === null) return;
    event.preventDefault();
    event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-node="${CSS.escape(next.id)}"]`)?.focus();
  };
  const waitsFor = (id: string): string =>
    graph.edges
      .filter((edge) => edge.to === id)
      .map((edge) => nodes.get(edge.from)?.number ?? '')
      .join(', ');
  const size = { width: margin * 2 + graph.columns * (width + across) - across, height: margin * 2 + graph.rows * (height + down) - down };
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={words.graphOf}>
      <div className={styles.caption}>
        <h2>{words.waiting(new Set(graph.edges.map((edge) => edge.to)).size, graph.edges.length)}</h2>
        <ExportFigure name="waiting" caseId={steps[0]?.record.caseId ?? null} numbers={graph.places.flatMap((place) => nodes.get(place.id)?.number ?? [])} />
      </div>
      <p className={styles.none}>{graph.edges.length === 0 ? words.noWaiting : words.arrows}</p>
      <div className={styles.graph} style={size} role="group" aria-label={words.graphOf}>
        <svg className={styles.lines} {...size} aria-hidden>
          <defs>
            <marker id="waits" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">
              <path className={styles.head} d="M0 0.5 8 4 0 7.5z" />
            </marker>
          </defs>
          {graph.edges.map(({ from, to }) => {
            const [a, b] = [at.get(from), at.get(to)];
            return a && b && <path key={`${from} ${to}`} d={line(a, b)} markerEnd="url(#waits)" data-in={chain === null ? undefined : chain.has(from) && chain.has(to)} />;
          })}
        </svg>
        {graph.places.map((place) => {
          const node = nodes.get(place.id);
          if (!node) return null;
          const look = stateLook(node.kind, node.state);
          const waits = waitsFor(place.id);
          return (
            <a
              key={place.id}
              className={styles.node}
              data-node={place.id}
              data-outside={node.kind !== 'remediation_step' || undefined}
              data-in={chain === null ? undefined : chain.has(place.id)}
              style={{ left: left(place), top: top(place), width, height }}
              href={recordAddress(node.number)}
              title={node.title}
              onFocus={() => setOn(place.id)}
              onBlur={() => setOn(null)}
              onPointerEnter={() => setOn(place.id)}
              onPointerLeave={() => setOn(null)}
              onKeyDown={(event) => onKey(event, place)}
            >
              <span className={styles.top}>
                <span className={styles.number}>{node.number}</span>
                <State look={look} />
              </span>
              <span className={styles.title}>{node.title}</span>
              {waits !== '' && <span className="hidden">{words.waitsForOthers(waits)}</span>}
            </a>
          );
        })}
      </div>
    </div>
  );
}

function line(from: GraphPlace, to: GraphPlace): string {
  const [x1, y1, x2, y2] = [left(from) + width, top(from) + height / 2, left(to), top(to) + height / 2];
  const bend = Math.max(28, (x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

/** The node an arrow leads to: the next in the column, or the nearest row of the next column; null for any other key and at an edge. */
export function nextPlace(places: readonly GraphPlace[], { column, row }: GraphPlace, key: string): GraphPlace | null {
  const step = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] }[key];
  if (!step) return null;
  const [over = 0, along = 0] = step;
  const there = places.filter((one) => (over === 0 ? one.column === column && Math.sign(one.row - row) === along : one.column === column + over));
  return there.toSorted((a, b) => Math.abs(a.row - row) - Math.abs(b.row - row))[0] ?? null;
}
