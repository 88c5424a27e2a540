import type { FixedSettings, Settings } from '../../shared/contract/settings.ts';
import { vault } from '../bridge.ts';
import { keysThatFit } from '../keys/keys-that-fit.ts';
import { setScreen, useScreen } from './screen.ts';

/** Holds what is set. Keys fixed by an administrator that clash with others would leave an act that nobody can reach: those acts keep their own, and it is said. */
export function holdSettings(settings: Settings, fixed: FixedSettings): void {
  if (!fixed.fixed.includes('keys')) return setScreen({ settings, fixed, fixedKeysLeftOut: [] });
  const { keys, why } = keysThatFit(settings.keys);
  setScreen({ settings: { ...settings, keys }, fixed, fixedKeysLeftOut: why });
}

/** Changes what the person at this computer has set, but what is fixed; shown at once, and put back where it cannot be kept. */
export async function saveSettings(part: Partial<Settings>): Promise<void> {
  const { settings: before, fixed } = useScreen.getState();
  const settings = { ...before, ...part, ...Object.fromEntries(fixed.fixed.map((key) => [key, before[key]])) };
  setScreen({ settings });
  const answer = await vault.ask('settings.save', settings);
  if (!answer.ok) setScreen({ settings: before, failure: answer.failure });
}
