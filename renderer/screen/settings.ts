import type { Settings } from '../../shared/contract/settings.ts';
import { vault } from '../bridge.ts';
import { setScreen, useScreen } from './screen.ts';

/** Changes what the person at this computer has set, but what is fixed; shown at once, and put back where it cannot be kept. */
export async function saveSettings(part: Partial<Settings>): Promise<void> {
  const { settings: before, fixed } = useScreen.getState();
  const settings = { ...before, ...part, ...Object.fromEntries(fixed.fixed.map((key) => [key, before[key]])) };
  setScreen({ settings });
  const answer = await vault.ask('settings.save', settings);
  if (!answer.ok) setScreen({ settings: before, failure: answer.failure });
}
