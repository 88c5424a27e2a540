import { nowInstant, zone } from '../../screen/screen.ts';
import { wantedWords } from '../../../shared/records/typed-search.ts';

/** A snippet: segments, some of them hits. Never markup. */
export function Segments({ segments }: { segments: readonly { readonly text: string; readonly hit: boolean }[] }) {
  return <>{segments.map((segment, i) => (segment.hit ? <mark key={i}>{segment.text}</mark> : <span key={i}>{segment.text}</span>))}</>;
}

/** A title with the words that were typed marked where they begin a word. */
export function Found({ text, query }: { text: string; query: string }) {
  // Letters and digits only: nothing of them means anything in an expression.
  const words = wantedWords(query, { instant: nowInstant(), zone: zone() });
  if (words.length === 0) return <>{text}</>;
  const parts = text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${words.join('|')})`, 'giu'));
  return <Segments segments={parts.map((part, i) => ({ text: part, hit: i % 2 === 1 })).filter((part) => part.text !== '')} />;
}
