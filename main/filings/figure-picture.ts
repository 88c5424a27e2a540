import type { Clock } from '../../shared/calendar/clock.ts';
import type { FigurePicture } from '../exchange/svg-page.ts';
import type { RunJob } from '../jobs/run-job.ts';
import { pressed } from './press/press-job.ts';

/** A figure as a PDF page of its own size, set with the fonts of the house, from which a picture can be taken. Refuses what `pressed` refuses. */
export async function figurePage(runJob: RunJob, clock: Clock, { says, svg, width, height }: FigurePicture, signal?: AbortSignal): Promise<Uint8Array> {
  const order = { template: 'figure-page', profile: 'outgoing', data: { says, svg, width, height }, instant: clock() } as const;
  return (await pressed(runJob, order, signal ? { signal } : {})).pdf;
}
