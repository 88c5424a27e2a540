import type { LawBook } from '../../shared/law/law-book.ts';
import { lawBook } from '../../shared/records/views/law-book.ts';
import type { Reading } from './reading.ts';

const kept = new WeakMap<Reading, { readonly seq: number; readonly book: LawBook }>();

/**
 * The law that a vault's time limits go by: what is shipped, with what counsel confirmed, changed or entered there. Made once for what a reading knows: each
 * page of a deadline asks for it more than once.
 */
export function lawOf(reading: Reading): LawBook {
  const { seq } = reading;
  const known = kept.get(reading);
  if (known?.seq === seq) return known.book;
  const book = lawBook({ rules: reading.all('time_limit_rule'), courts: reading.all('court_profile'), closures: reading.all('closure') }, reading);
  kept.set(reading, { seq, book });
  return book;
}
