import { refuse } from '../../../shared/failure/failure.ts';
import { serveJob } from '../serve-job.ts';

/** A job for tests: does what `head` says. */
serveJob(async ({ head, bytes }, tell) => {
  if (head === 'crash') process.kill(process.pid, 'SIGSEGV');
  if (head === 'throw') throw new TypeError('words of a case');
  if (head === 'refuse') refuse({ code: 'cancelled' });
  if (head === 'hang') for (;;);
  if (head === 'outside-heap') for (const kept: Buffer[] = []; ; ) kept.push(Buffer.alloc(8 << 20, 1));
  if (head === 'heap') for (const kept: number[][] = []; ; ) kept.push(Array.from({ length: 1000 }, (_, index) => index + kept.length));
  if (head === 'environment') return { head: Object.keys(process.env), bytes: [] };
  tell({ half: true });
  return { head, bytes: bytes.map((part) => part.slice().reverse()) };
});
