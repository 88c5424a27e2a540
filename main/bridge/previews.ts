import { refuse } from '../../shared/failure/failure.ts';
import { readPage } from '../evidence/read-file.ts';
import type { RunJob } from '../jobs/run-job.ts';

/** The last paper that was looked at, in the memory of this process only. */
export interface Previews {
  /** Keeps it in the place of the one before; gives the name by which its pages are asked for. */
  show(pdf: Uint8Array): string;
  /** One page as a picture. Refuses `cancelled` for one that was looked at before. */
  page(preview: string, page: number, signal: AbortSignal): Promise<{ png: Uint8Array; width: number; height: number }>;
}

export function previews(runJob: RunJob, random: (bytes: number) => Uint8Array): Previews {
  let shown: { readonly id: string; readonly pdf: Uint8Array } | null = null;
  return {
    show(pdf) {
      shown = { id: Buffer.from(random(8)).toString('hex'), pdf };
      return shown.id;
    },
    async page(preview, page, signal) {
      if (shown?.id !== preview) return refuse({ code: 'cancelled' });
      const { png, width, height } = await readPage(runJob, shown.pdf, page, signal);
      return { png: new Uint8Array(png), width, height };
    },
  };
}
