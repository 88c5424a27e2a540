import { setFlagsFromString } from 'node:v8';
import type { JobMessage, RunJob } from '../../jobs/run-job.ts';
import { press, type Pressed, type PressOrder, type PressProgress } from './press.ts';
import { pressFiles, type PressFiles } from './press-files.ts';

type Figures = Omit<Pressed, 'pdf'>;

/**
 * How V8 is told to take the press's WebAssembly (28 MB, of which a paper uses a tenth): functions are checked when they are first called, with
 * their compiling, instead of all at the start (0.1 s); the programs are the pinned ones of the installed packages, not input.
 * Up to about 40 pages the optimizing compiler takes longer over them than the press over the paper (3.7 s of processor against 1.5 s for
 * 5 pages), so it is told never to begin. Longer papers earn it back.
 */
const lazily = '--wasm-lazy-validation';
const neverOptimize = '--wasm-tiering-budget=1000000000';
const shortPaper = 250_000;

/** The press as the body of a job process: a `PressOrder` in, its figures out with the PDF beside them. Refuses with `filing-malformed`. */
export async function pressJob(message: JobMessage, tell?: (progress: unknown) => void, files: PressFiles = pressFiles(import.meta.dirname)): Promise<JobMessage> {
  // Proof of the cast: the only sender is `pressed` below, in the program that started this process.
  const order = message.head as PressOrder;
  setFlagsFromString(lazily);
  if (JSON.stringify(order.data).length < shortPaper) setFlagsFromString(neverOptimize);
  const { pdf, ...figures } = await press(order, files, tell);
  return { head: figures, bytes: [pdf] };
}

/** A press may not take longer or more: 400 pages take about 35 s and 2.5 GB of WASM memory (notes/pdf.md §3). */
const limits = { timeMs: 180_000, memoryMiB: 4096 };

/** Presses one paper in a process of its own. Refuses with `filing-malformed`, `job-failed` or `cancelled`. */
export async function pressed(runJob: RunJob, order: PressOrder, options: { signal?: AbortSignal; tell?: (progress: PressProgress) => void } = {}): Promise<Pressed> {
  const { signal, tell } = options;
  const came = await runJob(
    'press',
    { head: order, bytes: [] },
    {
      limits,
      ...(signal && { signal }),
      // Proof of the cast: what this job tells is what `press` tells.
      ...(tell && { tell: (progress: unknown) => tell(progress as PressProgress) }),
    },
  );
  const pdf = came.bytes[0];
  if (!pdf) throw new Error('the press gave no paper');
  // Proof of the cast: what `pressJob` gives, which is our own code in a process without any input but the order.
  return { ...(came.head as Figures), pdf };
}
