import fc from 'fast-check';
import { expect, test } from 'vitest';
import { undoSteps } from './undo-steps.ts';

/** A window over a history: an act adds its name, taking one back adds another act. */
function bench() {
  const steps = undoSteps();
  const history: string[] = [];
  const undoes = new Map<string, string>();
  const takeBack = (act: string): void => {
    const by = `u${history.length}`;
    history.push(by);
    undoes.set(by, act);
    steps.undone(act, by);
  };
  /** Acts that stand: an act that was taken back does not, unless what took it back was. */
  const stands = (act: string): boolean => ![...undoes].some(([by, of]) => of === act && stands(by));
  return {
    steps,
    act() {
      history.push(`a${history.length}`);
      steps.other();
    },
    undo() {
      const last = history.findLast((act) => !steps.isOver(act));
      if (last !== undefined) takeBack(last);
    },
    redo() {
      const act = steps.toRedo();
      if (act !== null) takeBack(act);
    },
    standing: () => history.filter((act) => act.startsWith('a') && stands(act)),
  };
}

test('undone twice and done again twice, everything stands as before', () => {
  const window = bench();
  window.act();
  window.act();
  const before = window.standing();
  window.undo();
  window.undo();
  expect(window.standing()).toEqual([]);
  window.redo();
  window.redo();
  expect(window.standing()).toEqual(before);
  window.redo();
  expect(window.standing()).toEqual(before);
});

test('after another act nothing is done again', () => {
  const window = bench();
  window.act();
  window.undo();
  window.act();
  expect(window.steps.toRedo()).toBeNull();
});

test('undo and redo walk as in every editor, whatever is pressed', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('act', 'undo', 'redo'), { maxLength: 40 }), (pressed) => {
      const window = bench();
      const model = { done: [] as number[], undone: [] as number[] };
      let made = 0;
      for (const key of pressed) {
        window[key]();
        if (key === 'act') {
          model.done.push(made++);
          model.undone = [];
        } else if (key === 'undo' && model.done.length > 0) model.undone.push(model.done.pop() ?? 0);
        else if (key === 'redo' && model.undone.length > 0) model.done.push(model.undone.pop() ?? 0);
        expect(window.standing()).toHaveLength(model.done.length);
      }
    }),
  );
});
