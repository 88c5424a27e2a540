import { shell } from '../words/shell.ts';
import styles from './data-grid.module.css';

const mark = (
  <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden fill="none" stroke="currentColor" strokeWidth="1.75">
    <path d="M2.5 6.5 5 9l4.5-6" />
  </svg>
);

/** The box at the head of a row that may be chosen. For the pointer: keys choose with space, and the row itself says that it is chosen. */
export function Tick({ chosen, onTurn }: { chosen: boolean; onTurn: () => void }) {
  return (
    <div role="gridcell" className={styles.box}>
      <span
        aria-hidden
        className={styles.tick}
        data-chosen={chosen}
        onClick={(event) => {
          if (event.shiftKey) return;
          event.stopPropagation();
          onTurn();
        }}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        {chosen && mark}
      </span>
    </div>
  );
}

/** Chooses every row of the list, or none. */
export function TickAll({ some, all, onTurn }: { some: boolean; all: boolean; onTurn: () => void }) {
  return (
    <div role="columnheader" className={styles.box}>
      <button
        type="button"
        role="checkbox"
        aria-checked={all && some ? true : some ? 'mixed' : false}
        aria-label={shell.chooseAll}
        className={styles.tick}
        data-chosen={some}
        onClick={onTurn}
      >
        {some &&
          (all ? (
            mark
          ) : (
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden fill="none" stroke="currentColor" strokeWidth="1.75">
              <path d="M3 6h6" />
            </svg>
          ))}
      </button>
    </div>
  );
}
