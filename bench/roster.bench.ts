// A roster of 1,000,000 people against an order, by the command line from start to exit: the vault opened, the file read, every row ruled on, results sealed
// and stored, and person_id,result written. Target: 150,000 rows a second, and a peak of memory at most 1.2 times that of 100,000 rows.
import { createReadStream, createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { reportedCase } from '../shared/records/samples/reported.ts';
import { programIn, type Run } from './program.ts';

const folder = mkdtempSync(path.join(process.env['CORDON_BENCH_FOLDER'] ?? os.tmpdir(), 'cordon-roster-'));
const { name: program, at, run, watch } = programIn(folder);
writeFileSync(at('case.json'), JSON.stringify(reportedCase));
run('import', at('V.cordon'), at('case.json'));
const { records } = JSON.parse(run('list', at('V.cordon'), '--kind', 'order', '--json')) as { records: { number: string; title: string }[] };
const order = records.find(({ title }) => title.startsWith('Export-control restriction'))?.number ?? '';

/** Rows with every column, a tenth of them quoted, some with a blank that matters. */
async function roster(rows: number): Promise<string> {
  const file = at(`roster-${rows}.csv`);
  const out = createWriteStream(file);
  out.write('person_id,us_person,citizenships,us_permanent_resident,us_protected_individual,country_of_location,employer,relation,surface\n');
  const citizenships = ['US', 'GB', 'CAN', 'Germany', 'US;CA', 'IN', 'CN', ''];
  const relations = ['employee', 'contractor', 'customer', 'reseller', 'researcher'];
  let text = '';
  for (let i = 0; i < rows; i++) {
    const employer = i % 10 === 0 ? `"Company ${i % 5000}, Inc."` : `Company ${i % 5000}`;
    text += `p-${i},${i % 97 === 0 ? 'no' : ''},${citizenships[i % 8]},${['yes', 'no', ''][i % 3]},${['no', 'no', ''][i % 3]},${['US', 'GB', 'DE'][i % 3]},${employer},${relations[i % 5]},${['api', 'console', 'internal'][i % 3]}\n`;
    if (text.length < 1_000_000) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'close');
  return file;
}

const screen = (file: string): Promise<Run> => watch(['screen', at('V.cordon'), '--order', order, '--roster', file, '--out', at('out.csv'), '--json']);

async function linesOf(file: string): Promise<number> {
  let lines = 0;
  for await (const chunk of createReadStream(file)) for (const byte of chunk as Buffer) if (byte === 10) lines++;
  return lines;
}

const [small, large] = [100_000, 1_000_000];
const files = { small: await roster(small), large: await roster(large) };
const shorts: Run[] = [];
const longs: Run[] = [];
for (let round = 0; round < 3; round++) {
  shorts.push(await screen(files.small));
  longs.push(await screen(files.large));
}
const written = (await linesOf(at('out.csv'))) - 1;
const middle = (runs: readonly Run[], of: keyof Run): number => runs.map((run) => run[of]).sort((a, b) => a - b)[1] ?? 0;
const rate = large / middle(longs, 'seconds');
const memory = middle(longs, 'peakMiB') / middle(shorts, 'peakMiB');
const report = {
  bench: 'roster',
  program,
  rows: large,
  written,
  seconds: middle(longs, 'seconds'),
  rowsPerSecond: Math.round(rate),
  target: 150_000,
  peakMiB: middle(longs, 'peakMiB'),
  peakMiBAt100000: middle(shorts, 'peakMiB'),
  memoryRatio: memory,
  memoryTarget: 1.2,
};
process.stdout.write(`${JSON.stringify(report, (_name, value: unknown) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value))}\n`);
rmSync(folder, { recursive: true, force: true });
process.exitCode = rate >= 150_000 && memory <= 1.2 && written === large ? 0 : 1;
