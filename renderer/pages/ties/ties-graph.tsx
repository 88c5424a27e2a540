import { UnstyledButton } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { RecordOf } from '../../../shared/records/kinds.ts';
import { placesOf, type Placed, type Tie } from '../../../shared/records/views/party-ties.ts';
import { useTextSpread } from '../../ui/text-spread.tsx';
import { ties as words } from '../../words/ties.ts';
import type { Node } from './ties-view.tsx';
import styles from './ties.module.css';

interface GraphProps {
  readonly parties: readonly RecordOf<'party'>[];
  readonly ties: readonly Tie[];
  readonly nodes: ReadonlyMap<string, Node>;
  readonly picked: string | null;
  readonly onPick: (id: string) => void;
}
/** Room for the bows between parties, for a name, and for the lines across; height of a row and of what stands over the first. Pixels; the words are set by the buttons. */
const [bowEdge, nameWidth, across, rowHeight, top] = [112, 344, 216, 30, 30];
const y = ({ row }: Placed): number => top + row * rowHeight + rowHeight / 2;

/**
 * Parties on the left, what they are tied to on the right, party to party by bows at the left edge. Every name is a button that shows its ties alone;
 * arrows go up and down a column and across. The lines are for the eye only: the table says all of them.
 */
export function TiesGraph({ parties, ties, nodes, picked, onPick }: GraphProps) {
  const places = placesOf(parties, ties);
  // A name whose letters the person spreads is as wide as they are.
  const name = Math.ceil(nameWidth * useTextSpread());
  const [partyEdge, thingEdge, width] = [bowEdge + name, bowEdge + name + across, bowEdge + 2 * name + across];
  const placeOf = new Map(places.map((place) => [place.id, place]));
  const count = (id: string): number => ties.filter((tie) => tie.from === id || tie.to === id).length;
  const height = top + (Math.max(...places.map((place) => place.row)) + 1) * rowHeight + 8;
  const lines = ties.flatMap((tie) => {
    const [from, to] = [placeOf.get(tie.from), tie.to === null ? undefined : placeOf.get(tie.to)];
    return from && to && from !== to ? [{ tie, path: to.column === 'party' ? bow(y(from), y(to)) : bend(partyEdge, y(from), thingEdge, y(to)) }] : [];
  });
  const onKey = (event: KeyboardEvent, at: Placed): void => {
    const step: Record<string, readonly [Placed['column'], number]> = {
      ArrowDown: [at.column, at.row + 1],
      ArrowUp: [at.column, at.row - 1],
      ArrowRight: ['thing', at.row],
      ArrowLeft: ['party', at.row],
    };
    const wanted = step[event.key];
    if (!wanted) return;
    const column = places.filter((place) => place.column === wanted[0]);
    const next = column[Math.max(0, Math.min(column.length - 1, wanted[1]))];
    event.preventDefault();
    if (next) event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-node="${next.id}"]`)?.focus();
  };
  return (
    <div className={styles.frame} role="group" aria-label={words.graph}>
      <div className={styles.graph} style={{ height, width }}>
        <svg className={styles.lines} width={width} height={height} aria-hidden>
          {lines.map(({ tie, path }, i) => (
            <path
              key={i}
              d={path}
              data-held={tie.held}
              data-picked={picked !== null && (tie.from === picked || tie.to === picked)}
              data-dim={picked !== null && tie.from !== picked && tie.to !== picked}
            />
          ))}
        </svg>
        <p className={styles.head} style={{ left: bowEdge + 6 }}>
          {words.parties}
        </p>
        <p className={styles.head} style={{ left: thingEdge }}>
          {words.things}
        </p>
        {places.map((place) => {
          const node = nodes.get(place.id) ?? { number: '', name: '' };
          return (
            <UnstyledButton
              key={place.id}
              className={styles.node}
              data-node={place.id}
              data-column={place.column}
              aria-pressed={picked === place.id}
              aria-label={words.node(node.name, count(place.id))}
              style={{ top: y(place) - 13, left: place.column === 'party' ? bowEdge : thingEdge, width: name }}
              onClick={() => onPick(place.id)}
              onKeyDown={(event) => onKey(event, place)}
              title={node.name}
            >
              {node.name}
            </UnstyledButton>
          );
        })}
      </div>
    </div>
  );
}

/** From the right of a party to the left of a thing. */
const bend = (left: number, from: number, right: number, to: number): string => `M${left} ${from}C${left + 130} ${from} ${right - 130} ${to} ${right} ${to}`;
/** From party to party, around the left of their names. */
function bow(from: number, to: number): string {
  const reach = Math.max(8, 104 - Math.min(96, 14 + Math.abs(from - to) / 3));
  return `M${bowEdge} ${from}C${reach} ${from} ${reach} ${to} ${bowEdge} ${to}`;
}
