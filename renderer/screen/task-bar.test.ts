import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { setScreen, startWork } from './screen.ts';

vi.mock('../bridge.ts', () => ({ showWorking: () => {} }));
let keepTaskBar: typeof import('./task-bar.ts').keepTaskBar;
beforeAll(async () => ({ keepTaskBar } = await import('./task-bar.ts')));
afterEach(() => setScreen({ works: [] }));

test('the host hears how far the work in hand is, in whole hundredths, and once that nothing runs', () => {
  const heard: (number | null)[] = [];
  const stop = keepTaskBar((share) => void heard.push(share));
  const work = startWork('Verifying the vault', () => {});
  for (const share of [0.101, 0.104, 0.109, 0.5, 1.2]) work.tell('page 1', share);
  setScreen({ palette: true });
  work.end();
  setScreen({ palette: false });
  stop();
  expect(heard).toEqual([-1, 0.1, 0.5, 1, null]);
});
