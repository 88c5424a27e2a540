import { useAnswer } from '../answers/use-answer.ts';
import { useScreen } from '../screen/screen.ts';

/** The last journal entry that the shown past knows of; null while it is now. */
export function usePastSeq(): number | null {
  const asOf = useScreen((now) => now.asOf);
  const { reply } = useAnswer('records.list', asOf === null ? null : { limit: 1 });
  return asOf === null ? null : (reply?.seq ?? null);
}
