import type { LawBook } from '../../shared/law/law-book.ts';
import { lawBook } from '../../shared/records/views/law-book.ts';
import type { Reading } from './reading.ts';

/** The law that a vault's time limits go by: what is shipped, with what counsel confirmed, changed or entered there. */
export const lawOf = (reading: Reading): LawBook =>
  lawBook({ rules: reading.all('time_limit_rule'), courts: reading.all('court_profile'), closures: reading.all('closure') }, reading);
