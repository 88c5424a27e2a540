import { pressFiles } from './filings/press/press-files.ts';
import { pressJob } from './filings/press/press-job.ts';
import { serveJob } from './jobs/serve-job.ts';

const files = pressFiles(import.meta.dirname);

serveJob((input, tell) => pressJob(input, tell, files));
