import { expect } from 'vitest';
import { noChromium } from './start-chromium.ts';
import { noElectron } from './start-electron.ts';
import { mouse } from './story/hand.ts';
import { keyboard } from './story/keyboard.ts';
import { storyByKeyboard } from './story/story-by-keyboard.ts';
import { inBrowser, inElectron, limit } from './story/stages.ts';
import { story, type Stage } from './story/story.ts';
import { unless } from './unless.ts';
import { entire } from '../fault/seeded.ts';

/** The most that the whole story may take by the keyboard alone (issue 7): a chord, or a field typed into, is one action. */
const mostActions = 120;

const byMouse = (stage: Stage): Promise<void> => story(mouse(stage.page), stage);
async function byKeyboard(stage: Stage): Promise<void> {
  const hand = keyboard(stage.page);
  await storyByKeyboard(hand, stage);
  console.log(`the story by keyboard: ${hand.actions()} actions\n${hand.log()}`);
  expect(hand.actions()).toBeLessThanOrEqual(mostActions);
}

unless(noChromium() ?? (entire ? null : 'told by keys here, and by pointer in the other host; by pointer here too where CORDON_LONG is all'))(
  'the day an order comes, in a browser',
  () => inBrowser(byMouse),
  limit,
);
unless(noElectron())('the day an order comes, in Electron, as an unprivileged user with the sandbox on', () => inElectron(byMouse), limit);
unless(noChromium())('the day an order comes by the keyboard alone, in a browser', () => inBrowser(byKeyboard), limit);
unless(noElectron() ?? (entire ? null : 'told by keys in the browser, and by pointer here; by keys here too where CORDON_LONG is all'))(
  'the day an order comes by the keyboard alone, in Electron',
  () => inElectron(byKeyboard),
  limit,
);
