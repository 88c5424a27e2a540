import type { Whole } from '../answers/use-records.ts';
import { vault } from '../bridge.ts';
import { useScreen } from '../screen/screen.ts';

/** A record as the window shows it now; null where it cannot be read. */
export async function readWhole(number: string): Promise<Whole | null> {
  const { asOf } = useScreen.getState();
  const answer = await vault.ask('records.get', { number, ...(asOf !== null && { asOf }) });
  return answer.ok ? answer.reply : null;
}
