// A report of 100 pages to an archive PDF, press started cold, beside Chromium's untagged print of the same words; and a paper of 5 pages.
// Targets: at most 10 s and at most 4 times Chromium, 1.5 times with the native build of Typst where there is one; at most 1 s for the short one, from a press that is running (what a cold one takes is printed
// beside it). Without Chromium the ratios are not measured and say so.
import path from 'node:path';
import { chromium } from 'playwright-core';
import { pressed } from '../main/filings/press/press-job.ts';
import type { StatusReportData } from '../main/filings/press/paper.ts';
import { finished } from '../main/filings/press/press.ts';
import { childProcessJobs } from '../main/jobs/child-process-jobs.ts';
import { findChromium } from '../main/window/find-chromium.ts';
import { native, setNatively } from '../tests/interop/native-typst.ts';
import { files, orderFor, plainWords, pressOrder } from '../tests/interop/pressed-sample.ts';
import { asHtml, longReport } from './long-report.ts';

// As it is shipped: `npm run bench` builds first.
const entry = path.resolve(import.meta.dirname, '../dist/press-job/index.mjs');
const runJob = childProcessJobs({ press: entry, reader: entry });
const rounds = 3;

async function seconds<T>(work: () => Promise<T>): Promise<{ readonly seconds: number; readonly result: T }> {
  const from = performance.now();
  const result = await work();
  return { seconds: (performance.now() - from) / 1000, result };
}
const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const pagesOf = (pdf: Uint8Array) =>
  (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page[^s]/g) ?? []
  ).length;

/** Prints the same words in a browser that is already running; null where there is none. */
async function openPrinter() {
  const executable = findChromium(process.platform, process.env);
  if (executable === null) return null;
  const browser = await chromium.launch({ executablePath: executable, headless: true, chromiumSandbox: process.getuid?.() !== 0 });
  return {
    async print(html: string): Promise<Uint8Array> {
      const page = await browser.newPage();
      await page.setContent(html);
      const pdf = await page.pdf({ preferCSSPageSize: true, tagged: false, outline: false });
      await page.close();
      return pdf;
    },
    close: () => browser.close(),
  };
}

const long = longReport();
// Proof of the cast: `longReport` is a status report.
const html = asHtml(long.data as StatusReportData);
const short = orderFor('order-summary', 'outgoing', plainWords);
const printer = await openPrinter();
const presses: number[] = [];
const natives: number[] = [];
const prints: number[] = [];
const cold: number[] = [];
let pages = 0;
let printedPages = 0;
for (let round = 0; round < rounds; round++) {
  // In turn, so that what else the machine does falls on both.
  const report = await seconds(() => pressed(runJob, long));
  presses.push(report.seconds);
  pages = report.result.pages;
  if (native) {
    const build = native;
    build.NodeCompiler.create().evictCache(0);
    natives.push((await seconds(() => finished(setNatively(build, long).pdf(), long, files))).seconds);
  }
  if (printer !== null) {
    const print = await seconds(() => printer.print(html));
    prints.push(print.seconds);
    printedPages = pagesOf(print.result);
  }
  cold.push((await seconds(() => pressed(runJob, short))).seconds);
}
await printer?.close();
await pressOrder(short);
const warm: number[] = [];
for (let round = 0; round < rounds; round++) {
  const another = { ...short, instant: { ...short.instant, instant: short.instant.instant + round * 86_400_000 } };
  warm.push((await seconds(() => pressOrder(another))).seconds);
}
const ratioOf = (times: readonly number[]) => (printer === null || times.length === 0 ? null : middle(times) / pages / (middle(prints) / printedPages));
const ratio = ratioOf(presses);
const nativeRatio = ratioOf(natives);

const report = {
  bench: 'pdf',
  pages,
  pressSeconds: middle(presses),
  pressTarget: 10,
  printPages: printedPages,
  printSeconds: printer === null ? null : middle(prints),
  ratioForAPage: ratio ?? 'no Chromium: not measured',
  ratioTarget: 4,
  nativeSeconds: native ? middle(natives) : null,
  nativeRatioForAPage: nativeRatio ?? 'no Chromium or no native build: not measured',
  nativeRatioTarget: 1.5,
  shortPages: (await pressOrder(short)).pages,
  shortSeconds: middle(warm),
  shortColdSeconds: middle(cold),
  shortTarget: 1,
};
process.stdout.write(`${JSON.stringify(report, (_name, value: unknown) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value))}\n`);
process.exitCode = middle(presses) <= 10 && (ratio ?? 0) <= 4 && (nativeRatio ?? 0) <= 1.5 && middle(warm) <= 1 ? 0 : 1;
