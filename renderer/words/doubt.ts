import { toldAs, type Happening } from '../../shared/records/views/course.ts';
import { quoted } from './quote.ts';

/** The source’s own hedge, quoted, and the hearsay that something rests on alone: they stand beside whatever is told. Empty where nothing is to be doubted. */
export function doubtWords({ hedge, told }: Pick<Happening, 'hedge' | 'told'>): string[] {
  return [...(hedge === null ? [] : [quoted(hedge)]), ...(told === null ? [] : [toldAs[told]])];
}
