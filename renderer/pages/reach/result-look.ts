import type { Result } from '../../../shared/law/scope/ruling.ts';
import type { Look } from '../../ui/state.tsx';
import { scope as words } from '../../words/scope.ts';

const shapes: Readonly<Record<Result, Pick<Look, 'shape' | 'tone'>>> = {
  barred: { shape: 'squareFull', tone: 'plain' },
  not_barred: { shape: 'squareOpen', tone: 'plain' },
  undetermined: { shape: 'squareDashed', tone: 'wait' },
};

/** How a result is drawn: dark where access is shut, dashed where nobody knows. */
export const resultLook = (result: Result): Look => ({ ...shapes[result], word: words.result[result] });
/** In a matrix over every order, where “this order” would say too little. */
export const anyOrderLook = (result: Result): Look => ({ ...shapes[result], word: words.anyOrder[result] });
