import { expect, test } from 'vitest';
import { readPage } from '../evidence/read-file.ts';
import { readerJob } from '../evidence/reader/read.ts';
import { figureSvg } from '../exchange/figure-svg.ts';
import type { RunJob } from '../jobs/run-job.ts';
import { figurePage } from './figure-picture.ts';
import { pressJob } from './press/press-job.ts';

const runJob: RunJob = (job, input) => (job === 'press' ? pressJob(input) : readerJob(input));

test('a figure is drawn whole, twice as fine as it is set, with the letters of the house', async () => {
  const table = {
    header: ['Week of', 'Ours'],
    drawn: { name: [0], value: 1, unit: 'deadlines of ours' },
    rows: [
      ['2031-01-13', '2'],
      ['Ψήφισμα', '12'],
    ],
  };
  const picture = figureSvg('Load of deadlines', '2031-01-10', table);
  const pdf = await figurePage(runJob, () => ({ instant: Date.UTC(2031, 0, 10), zone: 'UTC' }), picture);
  const { png, width, height } = await readPage(runJob, pdf, 1, undefined, picture.width * 2);
  expect([width, height]).toEqual([picture.width * 2, picture.height * 2]);
  expect([...png.subarray(0, 4)]).toEqual([137, 80, 78, 71]);
  const { head } = await runJob('reader', { head: { want: 'words', name: 'figure.pdf' }, bytes: [pdf] }, { limits: { timeMs: 60_000, memoryMiB: 512 } });
  expect(JSON.stringify(head)).not.toContain('damaged');
}, 60_000);
