import { afterEach, expect, test } from 'vitest';
import { contract } from '../../shared/contract/contract.ts';
import { setScreen, useScreen } from '../screen/screen.ts';
import { answerKeeper, harmless, keptAnswer, letGo, letGoBy } from './kept-answers.ts';

afterEach(() => {
  letGo();
  setScreen({ seq: 0, session: null });
});

const good = (reply: unknown) => ({ reply, print: '' });

test('an answer is there again at the same entry, and not at another', () => {
  setScreen({ seq: 7 });
  answerKeeper('records.list', 'orders')(good('answer'));
  expect(keptAnswer('records.list', 'orders')).toEqual(good('answer'));
  expect(keptAnswer('records.list', 'deadlines')).toBeUndefined();
  expect(keptAnswer('records.history', 'orders')).toBeUndefined();
  setScreen({ seq: 8 });
  expect(keptAnswer('records.list', 'orders')).toBeUndefined();
});

test('an answer that was true yesterday is asked for again today, and one of another zone here', () => {
  // Proof of the cast: nothing but the day and the zone is read of the session here.
  const on = (today: string, zone = 'Europe/Berlin') => setScreen({ session: { today, zone } as unknown as NonNullable<ReturnType<typeof useScreen.getState>['session']> });
  on('2031-01-08');
  answerKeeper('deadlines.raised', '{}')(good('answer'));
  on('2031-01-09');
  expect(keptAnswer('deadlines.raised', '{}')).toBeUndefined();
  on('2031-01-08', 'America/New_York');
  expect(keptAnswer('deadlines.raised', '{}')).toBeUndefined();
  on('2031-01-08');
  expect(keptAnswer('deadlines.raised', '{}')).toEqual(good('answer'));
});

test('whatever may change something lets go of all answers, what only reads does not', () => {
  for (const [name, there] of [
    ['records.several', true],
    ['drafts.save', true],
    ['records.update', false],
    ['people.grant', false],
    ['looked.save', false],
    ['something.new', false],
  ] as const) {
    answerKeeper('records.list', 'orders')(good('answer'));
    letGoBy(name);
    expect(keptAnswer('records.list', 'orders') !== undefined, name).toBe(there);
  }
});

test('an answer that was on its way while something was changed is not kept', () => {
  const keep = answerKeeper('records.list', 'orders');
  letGoBy('records.update');
  keep(good('before or after the change'));
  expect(keptAnswer('records.list', 'orders')).toBeUndefined();
});

test('what rests on more than the records is never kept', () => {
  answerKeeper('people.list', '{}')(good('answer'));
  expect(keptAnswer('people.list', '{}')).toBeUndefined();
});

test('a few answers are kept, the oldest goes first', () => {
  for (let i = 0; i < 50; i++) answerKeeper('records.list', `question ${i}`)(good(i));
  expect(keptAnswer('records.list', 'question 0')).toBeUndefined();
  expect(keptAnswer('records.list', 'question 49')).toEqual(good(49));
});

test('only operations that read are harmless', () => {
  const reading =
    /\.(state|list|of|workingSet|changesSince|history|search|rows|several|sealed|erasure|mayMove|past|read|rules|compute|moved|text|page|unread|preflight|preview|previewPage|previewList|reach|status|access|differing|due|numbers|lines|whole|get|stateChanges|graph|raised|fitting|all|removed|earlier|fixed|missed)$/;
  const looks = new Set(['drafts.save', 'drafts.discard', 'filters.save', 'filters.choose', 'palette.save', 'place.save', 'window.act', 'reminders.acknowledge']);
  for (const name of harmless) {
    expect(Object.keys(contract), name).toContain(name);
    // A draft is no record, nor is how somebody looks at a page: nothing that is kept knows of them.
    expect(looks.has(name) || reading.test(name), name).toBe(true);
  }
});
