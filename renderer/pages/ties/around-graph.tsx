import { UnstyledButton } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import type { Around, AroundPlace, Relation, RelationNode } from '../../../shared/records/views/relation-graph.ts';
import { kindLabel } from '../../answers/use-records.ts';
import { recordAddress } from '../../screen/route.ts';
import { useTextSpread } from '../../ui/text-spread.tsx';
import { ties as words } from '../../words/ties.ts';
import { nextPlace } from '../remediation/step-graph-view.tsx';
import styles from './ties.module.css';

interface AroundGraphProps {
  readonly around: Around;
  readonly nodes: ReadonlyMap<string, RelationNode>;
  readonly onPath: ReadonlySet<Relation>;
  /** A record was chosen as the one in the middle. */
  readonly onPick: (id: string) => void;
}
/** Width of a node, the room between two columns, height of a row, edge of the drawing, how far a line within a column bows. Pixels. */
const [nodeWidth, across, rowHeight, margin, bow] = [236, 96, 30, 12, 48];
/** With more ties than this only those are drawn by which a record was reached, and all of the one that has the focus: the rest would be a grey ground. */
const mostLines = 120;
const left = ({ column }: AroundPlace, wide: number): number => margin + column * (wide + across);
const middle = ({ row }: AroundPlace): number => margin + row * rowHeight + rowHeight / 2;

/**
 * One column for each tie that a record is away. The ties of the node that has the focus or the pointer stand out, and the way to the other record is drawn strong and double.
 * Arrows walk along columns and rows, Enter puts a record in the middle, O opens it.
 */
export function AroundGraph({ around: { places, relations, rows }, nodes, onPath, onPick }: AroundGraphProps) {
  const [on, setOn] = useState<string | null>(null);
  // A name whose letters the person spreads is as wide as they are.
  const wide = Math.ceil(nodeWidth * useTextSpread());
  const at = new Map(places.map((place) => [place.id, place]));
  const reached = new Set(places.map((place) => place.via));
  // Behind the last column there is room for the bows within it.
  const width = margin * 2 + (Math.max(...places.map((place) => place.column)) + 1) * (wide + across) - across + bow;
  const height = margin * 2 + Math.max(1, rows) * rowHeight;
  const onKey = (event: KeyboardEvent<HTMLElement>, place: AroundPlace): void => {
    const number = nodes.get(place.id)?.number;
    if (event.key.toLowerCase() === 'o' && !event.ctrlKey && !event.metaKey && !event.altKey && number !== undefined) {
      event.preventDefault();
      location.hash = recordAddress(number);
      return;
    }
    const next = nextPlace(places, place, event.key);
    if (next === null) return;
    event.preventDefault();
    event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-node="${CSS.escape(next.id)}"]`)?.focus();
  };
  return (
    <div className={styles.frame} role="group" aria-label={words.aroundGraph}>
      <div className={styles.graph} style={{ width, height }}>
        <svg className={styles.lines} width={width} height={height} aria-hidden>
          {relations.map((relation, i) => {
            const [a, b] = [at.get(relation.from), at.get(relation.to)];
            if (!a || !b) return null;
            const picked = on !== null && (a.id === on || b.id === on);
            if (relations.length > mostLines && !picked && !reached.has(relation) && !onPath.has(relation)) return null;
            return (
              <path
                key={i}
                d={line(a, b, wide)}
                data-held={relation.possibly === true ? 'possibly' : 'yes'}
                data-picked={picked}
                data-path={onPath.has(relation)}
                data-dim={on !== null && !picked && !onPath.has(relation)}
              />
            );
          })}
        </svg>
        {places.map((place) => {
          const node = nodes.get(place.id);
          if (!node) return null;
          return (
            <UnstyledButton
              key={place.id}
              className={styles.node}
              data-node={place.id}
              data-column={place.column}
              aria-current={place.column === 0}
              aria-label={words.aroundNode(node.number, node.title, kindLabel(node.kind), place.column)}
              tabIndex={place.column === 0 ? 0 : -1}
              style={{ left: left(place, wide), top: middle(place) - 13, width: wide }}
              title={node.title}
              onClick={() => onPick(place.id)}
              onFocus={() => setOn(place.id)}
              onBlur={() => setOn(null)}
              onPointerEnter={() => setOn(place.id)}
              onPointerLeave={() => setOn(null)}
              onKeyDown={(event) => onKey(event, place)}
            >
              <span className={styles.number}>{node.number}</span> {node.title}
            </UnstyledButton>
          );
        })}
      </div>
    </div>
  );
}

/** Between two columns a bend, within one a bow at the right of it. */
function line(a: AroundPlace, b: AroundPlace, wide: number): string {
  const [from, to] = a.column <= b.column ? [a, b] : [b, a];
  const [y1, y2] = [middle(from), middle(to)];
  if (from.column === to.column) {
    const x = left(from, wide) + wide;
    return `M${x} ${y1}C${x + bow} ${y1} ${x + bow} ${y2} ${x} ${y2}`;
  }
  const [x1, x2] = [left(from, wide) + wide, left(to, wide)];
  const bend = Math.max(32, (x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}
