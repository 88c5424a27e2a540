import { useEffect, useRef, type KeyboardEvent } from 'react';
import { kinds, type RecordOf } from '../../../shared/records/kinds.ts';
import { change } from '../../answers/change.ts';
import { useNames, type Whole } from '../../answers/use-records.ts';
import { recordAddress } from '../../screen/route.ts';
import { useToday, useWritable } from '../../screen/screen.ts';
import { Cited } from '../../ui/cited.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Ref } from '../../ui/ref.tsx';
import { State, stateLook } from '../../ui/state.tsx';
import { UncertainDate } from '../../ui/uncertain-date.tsx';
import { factWords } from '../../words/date-facts.ts';
import { remediation as words } from '../../words/remediation.ts';
import styles from './remediation.module.css';

export type Step = Whole & { record: RecordOf<'remediation_step'> };
type StepState = keyof typeof kinds.remediation_step.states;

/** Columns of the board, in the order of the work; the rare ones only while something is in them. */
const columns: readonly StepState[] = ['planned', 'in_progress', 'blocked', 'implemented', 'verified', 'accepted', 'deferred', 'risk_accepted'];
const always: readonly StepState[] = ['planned', 'in_progress', 'implemented', 'verified', 'accepted'];

/** Steps by how far they are. Moved by hand, or by Shift and an arrow key; the guards of the step say why one will not move. */
export function Board({ steps }: { steps: readonly Step[] }) {
  const writable = useWritable();
  const board = useRef<HTMLDivElement>(null);
  const follow = useRef<string | null>(null);
  const shown = columns.filter((state) => always.includes(state) || steps.some((step) => step.record.state === state));
  // The first column begins at the edge of the page, so that it has a wider margin than the others.
  const tracks = shown
    .map((state, i) => (steps.some((step) => step.record.state === state) ? `minmax(calc(var(--board-card) + ${i === 0 ? 18 : 0}px), 1fr)` : 'minmax(96px, 118px)'))
    .join(' ');
  const move = (step: Step, to: StepState): void => {
    if (!writable || to === step.record.state) return;
    void change('records.move', { id: step.record.id, to }, (number) => words.moved(number, stateLook('remediation_step', to).word));
  };
  const onKey = (event: KeyboardEvent, step: Step): void => {
    // Keys on a link inside the card are the link's own.
    if (event.key === 'Enter' && event.target === event.currentTarget) location.hash = recordAddress(step.record.number);
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (!event.shiftKey) return walk(event);
    if (by === 0) return;
    event.preventDefault();
    const at = shown.findIndex((state) => state === step.record.state);
    const to = shown[at + by];
    if (!to) return;
    follow.current = step.record.id;
    move(step, to);
  };
  /** Arrows without Shift go from card to card: along the column, or to the card at the same height of the next column that has one. */
  const walk = (event: KeyboardEvent): void => {
    const columnsOfCards = [...(board.current?.querySelectorAll('section') ?? [])].map((section) => [...section.querySelectorAll<HTMLElement>('[data-step]')]);
    const column = columnsOfCards.findIndex((cards) => cards.some((card) => card === event.currentTarget));
    const row = columnsOfCards[column]?.findIndex((card) => card === event.currentTarget) ?? -1;
    const beside = (all: readonly (readonly HTMLElement[])[]): HTMLElement | undefined => {
      const cards = all.find((one) => one.length > 0);
      return cards?.[Math.min(row, cards.length - 1)];
    };
    const to: Record<string, () => HTMLElement | undefined> = {
      ArrowDown: () => columnsOfCards[column]?.[row + 1],
      ArrowUp: () => columnsOfCards[column]?.[row - 1],
      ArrowRight: () => beside(columnsOfCards.slice(column + 1)),
      ArrowLeft: () => beside(columnsOfCards.slice(0, column).toReversed()),
    };
    const next = to[event.key];
    if (!next) return;
    event.preventDefault();
    next()?.focus();
  };
  // A card that was moved by keys is drawn anew in the next column: the focus goes with it.
  const states = steps.map(({ record }) => `${record.id} ${record.state}`).join();
  useEffect(() => {
    if (follow.current !== null) board.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(follow.current)}"]`)?.focus();
  }, [states]);
  return (
    <div
      ref={board}
      className={styles.board}
      style={{ gridTemplateColumns: tracks }}
      tabIndex={0}
      role="region"
      data-cards
      aria-label={words.stepsTab}
      title={writable ? words.moveHint : undefined}
    >
      {shown.map((state) => {
        const own = steps.filter((step) => step.record.state === state);
        return (
          <section
            key={state}
            className={styles.column}
            onDragOver={(event) => writable && event.preventDefault()}
            onDrop={(event) => {
              const step = steps.find((one) => one.record.id === event.dataTransfer.getData('text/plain'));
              if (step) move(step, state);
            }}
          >
            <h2 className={styles.columnHead}>
              <State look={stateLook('remediation_step', state)} />
              <span>{own.length}</span>
            </h2>
            <ul className={styles.cards}>
              {own.map((step) => (
                <li
                  key={step.record.id}
                  className={styles.card}
                  tabIndex={0}
                  data-step={step.record.id}
                  aria-label={words.card(step.record.number, step.record.fields.title, stateLook('remediation_step', state).word)}
                  aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight"
                  onBlur={() => {
                    if (follow.current === step.record.id && step.record.state === state) follow.current = null;
                  }}
                  draggable={writable}
                  onDragStart={(event) => event.dataTransfer.setData('text/plain', step.record.id)}
                  onKeyDown={(event) => onKey(event, step)}
                >
                  <Card step={step} />
                </li>
              ))}
              {own.length === 0 && <li className={styles.empty}>{words.empty[state]}</li>}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Card({ step }: { step: Step }) {
  const today = useToday();
  const names = useNames(step);
  const { fields, number } = step.record;
  const proof = (fields.evidence ?? []).length;
  const waits = (fields.dependsOn ?? [])
    .map((id) => names.get(id)?.number)
    .filter(Boolean)
    .join(', ');
  const due = kinds.remediation_step.due(fields);
  const states: Readonly<Record<string, { closed?: boolean }>> = kinds.remediation_step.states;
  const late = due !== null && due < today && states[step.record.state]?.closed !== true;
  const blocked = step.record.state === 'blocked' ? (fields.blockedBy ?? waits) : '';
  return (
    <>
      <p className={styles.cardTop}>
        <Ref>{number}</Ref>
        {late && fields.due ? (
          <span className={styles.cardLate}>
            <Mark shape="triangle" tone="late" /> {words.late(factWords(fields.due, 'plain', today))}
          </span>
        ) : fields.due === undefined ? (
          <span>{words.noDate}</span>
        ) : (
          <UncertainDate fact={fields.due} length="plain" />
        )}
      </p>
      <p className={styles.cardTitle}>{fields.title}</p>
      {blocked !== '' && (
        <p className={styles.blocked}>
          <Mark shape="stop" tone="late" />
          <span>
            <Cited text={blocked} />
          </span>
        </p>
      )}
      <p className={styles.cardFoot}>
        <span>{fields.owner}</span>
        <span>{proof === 0 ? words.noProof : words.proof(proof)}</span>
      </p>
    </>
  );
}
