/** What this window has undone. Undoing is an act of its own in the history, which is taken back like any other: that is doing it again. */
export interface UndoSteps {
  /** The act was taken back by `by`. */
  readonly undone: (act: string, by: string) => void;
  /** Something else was done: what was undone before is not done again on top of it. */
  readonly other: () => void;
  /** The act to take back so that what was undone last stands again; null where there is none. */
  readonly toRedo: () => string | null;
  /** Whether the act was taken back, or only took one back: going back in steps passes over it. */
  readonly isOver: (act: string) => boolean;
}

export function undoSteps(): UndoSteps {
  const over = new Set<string>();
  const takenBack: string[] = [];
  return {
    undone(act, by) {
      over.add(act);
      const at = takenBack.lastIndexOf(act);
      if (at >= 0) return void takenBack.splice(at, 1);
      over.add(by);
      takenBack.push(by);
    },
    other: () => void takenBack.splice(0),
    toRedo: () => takenBack.at(-1) ?? null,
    isOver: (act) => over.has(act),
  };
}
