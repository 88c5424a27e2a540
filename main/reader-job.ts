import { readerJob } from './evidence/reader/read.ts';
import { serveJob } from './jobs/serve-job.ts';

serveJob(readerJob);
