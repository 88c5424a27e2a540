import { kindNamed } from '../../shared/records/kinds.ts';
import type { State as KindState } from '../../shared/records/kind.ts';
import { Mark, type Shape, type Tone } from './mark.tsx';
import styles from './mark.module.css';

export interface Look {
  readonly shape: Shape;
  readonly tone: Tone;
  readonly word: string;
}

/** Shape and word together. The shape may not be left out. */
export function State({ look }: { look: Look }) {
  return (
    <span className={styles.state} data-tone={look.tone === 'late' || look.tone === 'faint' ? look.tone : undefined}>
      <Mark shape={look.shape} tone={look.tone} />
      {look.word}
    </span>
  );
}

type Fill = NonNullable<KindState['fill']>;
const drawings: Readonly<Record<NonNullable<KindState['mark']>, Readonly<Record<Fill, Shape>>>> = {
  // Squares say how open access is; the drawing is dark where it is shut.
  square: { 0: 'squareFull', 1: 'squareHalf', 2: 'squareHalf', 3: 'squareHalf', 4: 'squareOpen', 5: 'squareOpen' },
  diamond: { 0: 'diamondOpen', 1: 'diamondDashed', 2: 'diamondHalf', 3: 'diamondHalf', 4: 'diamondFull', 5: 'diamondFull' },
  circle: { 0: 'circleDotted', 1: 'circle', 2: 'circleHalf', 3: 'circleMost', 4: 'circleCheck', 5: 'circleFull' },
  slash: { 0: 'circleSlash', 1: 'circleSlash', 2: 'circleSlash', 3: 'circleSlash', 4: 'circleSlash', 5: 'circleSlash' },
  triangle: { 0: 'triangle', 1: 'triangle', 2: 'triangle', 3: 'triangle', 4: 'triangle', 5: 'triangle' },
  octagon: { 0: 'stop', 1: 'stop', 2: 'stop', 3: 'stop', 4: 'stop', 5: 'stop' },
};

/** How a state of a kind is drawn, from the kind's own definition. A state nobody knows is shown by its name. */
export function stateLook(kind: string, state: string, word?: string): Look {
  const known: KindState | undefined = kindNamed(kind)?.states[state];
  if (!known) return { shape: 'circleDotted', tone: 'plain', word: word ?? state };
  const mark = known.mark ?? 'circle';
  const fill = known.fill ?? (known.closed ? 4 : 1);
  const shape = drawings[mark][fill];
  const tone: Tone = mark === 'triangle' || mark === 'octagon' ? 'late' : shape === 'diamondDashed' ? 'wait' : mark === 'circle' && fill >= 4 ? 'done' : 'plain';
  return { shape, tone, word: word ?? known.label };
}
