import { answers } from '../../../shared/records/kinds/evidence-request.ts';
import type { Look } from '../../ui/state.tsx';
import type { Item } from './ageing.ts';

const drawn: Readonly<Record<Item['answer'], Pick<Look, 'shape' | 'tone'>>> = {
  none: { shape: 'circle', tone: 'wait' },
  not_in_detail: { shape: 'circleSlash', tone: 'wait' },
  partial: { shape: 'circleHalf', tone: 'wait' },
  full: { shape: 'circleCheck', tone: 'done' },
  refused: { shape: 'circleCross', tone: 'wait' },
  objection: { shape: 'circleCross', tone: 'wait' },
  none_located: { shape: 'circleSlash', tone: 'plain' },
  withheld: { shape: 'circleCross', tone: 'wait' },
  privilege: { shape: 'circleCross', tone: 'wait' },
  classified: { shape: 'circleCross', tone: 'wait' },
  deferred: { shape: 'circleDotted', tone: 'wait' },
};

/** How far an item was answered, drawn and in words. */
export const answerLook = (answer: Item['answer']): Look => ({ ...drawn[answer], word: answers[answer] });
