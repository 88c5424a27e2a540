import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { dateOf, dayText, type Day } from '../../shared/calendar/day.ts';
import { monthNames } from '../../shared/calendar/day-words.ts';
import { momentAt } from '../../shared/calendar/instant.ts';
import { python, pythonMissing } from '../interop/python.ts';
import { dist } from './built.ts';
import { noChromium, startChromium } from './start-chromium.ts';
import { electronPlaces, noElectron, startElectron } from './start-electron.ts';
import { mouse } from './story/hand.ts';
import { lawStory } from './story/law-story.ts';
import { passphrase, vaultName } from './story/story.ts';
import { unless } from './unless.ts';
import { long, oneHostOnly } from '../fault/seeded.ts';

const limit = 300_000;
/** One day for the whole story, of the zone in which both hosts run here: told over midnight, it still ends on the days it began with. */
const began = momentAt(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone).day;
/** Days are counted, not times of 24 hours: where clocks are put forward a day has 23. */
const ago = (days: number): Day => began - days;
const asLawyer = (day: Day): string => {
  const { year, month, day: number } = dateOf(day);
  return `${number} ${monthNames[month - 1]} ${year}`;
};
const days = { today: asLawyer(ago(0)), threeDaysAgo: asLawyer(ago(3)), yesterday: asLawyer(ago(1)) };
const roster = 'person_id,us_person\np-1,yes\np-2,no\np-3,\n';

/** The vault that the story leaves behind, read by the command line. */
function leftBehind(folder: string, vaults: string): void {
  const secret = path.join(folder, 'passphrase');
  writeFileSync(secret, passphrase);
  const vault = path.join(vaults, `${vaultName}.cordon`);
  const cordon = (...words: string[]): Record<string, unknown> => {
    const { stdout } = spawnSync(process.execPath, [path.join(dist, 'command-line', 'index.mjs'), ...words, '--passphrase-file', secret, '--json'], {
      encoding: 'utf8',
      env: { ...process.env, HOME: folder, XDG_STATE_HOME: path.join(folder, 'elsewhere') },
    });
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
  };
  expect(cordon('verify', vault)).toMatchObject({ ok: true, findings: [] });
  expect(cordon('deadline', 'moved', vault)).toMatchObject({ checked: 1, moved: [] });
  const due = dayText(ago(1) + 14);
  expect(cordon('show', vault, 'DL-001')).toMatchObject({ record: { fields: { answer: { due }, trigger: { value: { day: dayText(ago(1)) } } } } });
  expect(cordon('show', vault, 'DET-001')).toMatchObject({ record: { state: 'superseded' } });
  expect(cordon('show', vault, 'DET-002')).toMatchObject({ record: { state: 'proposed', fields: { result: 'not_barred' } } });
  expect(cordon('list', vault, '--kind', 'screening')).toMatchObject({ records: [{}] });
}

/** What the identity team and the calendar were given. */
function gone(folder: string): void {
  const file = (ending: string): string => path.join(folder, readdirSync(folder).find((name) => name.endsWith(ending)) ?? `no ${ending}`);
  // By the letter everybody is barred, p-3 too, of whom nothing is known.
  expect(readFileSync(file('.csv'), 'utf8')).toBe('person_id,result\np-1,barred\np-2,barred\np-3,barred\n');
  if (pythonMissing('icalendar') !== null) return;
  const read = python(
    `import sys, icalendar
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
[event] = calendar.walk('VEVENT')
print(event['SUMMARY'], event['DTSTART'].dt.isoformat(), event['SEQUENCE'], len(event.walk('VALARM')), event['UID'] != '')`,
    file('.ics'),
  );
  expect(read.trim()).toMatch(/^Report of suspended access \d{4}-\d{2}-\d{2} \d+ 1 True$/);
}

unless(noChromium() ?? (long ? null : 'told where CORDON_LONG is 1; parts of it are told by window-reach, window-scope and window-filing'))(
  'an order received, screened, determined, amended and approved, in a browser',
  async () => {
    const app = await startChromium();
    try {
      const exhibit = path.join(app.folder, 'roster.csv');
      writeFileSync(exhibit, roster);
      const now: Page = app.page();
      await lawStory(
        mouse(() => now),
        {
          page: () => now,
          nextPage: () => Promise.resolve(),
          async pickFile(file, ask) {
            await ask();
            // This host has no dialog of the system: the page then offers the browser's own.
            const chooser = now.waitForEvent('filechooser');
            await now.getByRole('button', { name: 'Choose a roster' }).nth(1).click();
            await (await chooser).setFiles(file);
          },
          exhibit,
          ...days,
        },
      );
      gone(app.downloads);
      await app.host.close();
      leftBehind(app.folder, app.vaults);
    } finally {
      await app.stop();
    }
  },
  limit,
);

unless(noElectron() ?? oneHostOnly)(
  'an order received, screened, determined, amended and approved, in Electron',
  async () => {
    const app = await startElectron(electronPlaces());
    try {
      const home = path.join(app.folder, 'home');
      const exhibit = path.join(home, 'roster.csv');
      writeFileSync(exhibit, roster);
      const documents = path.join(home, 'Documents');
      await app.electron.evaluate(({ dialog }, folder) => {
        dialog.showSaveDialog = (...asked: unknown[]) => {
          const options = asked.find((one): one is { defaultPath?: string } => typeof one === 'object' && one !== null && 'defaultPath' in one);
          const ending = options?.defaultPath?.split('.').at(-1) ?? 'bin';
          return Promise.resolve({ canceled: false, filePath: `${folder}/saved.${ending}` });
        };
      }, documents);
      const now = await app.page();
      await lawStory(
        mouse(() => now),
        {
          page: () => now,
          nextPage: () => Promise.resolve(),
          async pickFile(file, ask) {
            await app.electron.evaluate(({ dialog }, chosen) => {
              dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
            }, file);
            await ask();
          },
          exhibit,
          ...days,
        },
      );
      gone(documents);
      await app.electron.close();
      const made = readdirSync(home, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith(`${vaultName}.cordon`)) ?? 'nowhere';
      leftBehind(app.folder, path.dirname(path.join(home, made)));
    } finally {
      await app.stop();
    }
  },
  limit,
);
