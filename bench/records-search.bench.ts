// Search as you type over 100,000 records and 10,000 texts: 200 beginnings of 2 to 8 letters, drawn by how often their words occur, first 50 hits with
// snippets. Target: 95 of 100 within 50 ms. The same beginnings asked as known on a past day, and that day's first list (target: a
// second; no piece of it or of the first search longer than 50 ms), are printed beside it.
import { largeVault, quantile, scatter, tell, wordBy } from './large-vault.ts';

const large = await largeVault();
const { vault, records, close } = await large.open();
const random = scatter(200);
const beginnings = Array.from({ length: 200 }, (_, index) => {
  const length = 2 + (index % 7);
  for (;;) {
    const word = wordBy(random);
    if (word.length >= length) return word.slice(0, length);
  }
});
const time = (work: () => void): number => {
  const from = performance.now();
  work();
  return performance.now() - from;
};

/** No piece may hold up a key for longer than a keystroke may take. */
const pieceMs = 50;

let hits = 0;
const ask = (text: string, asOf?: number) => (hits += records.search({ text, limit: 50, asOf }).hits.length);
const typed = beginnings.map((text) => ({ text, ms: time(() => ask(text)) }));
const again = beginnings.map((text) => time(() => ask(text)));
const ranked = beginnings.map((text) => time(() => records.search({ text, limit: 50, ranked: true })));

// A past day in the middle of the journal: nearly every record has changed since.
const middle = vault.reader.prepare<[], number>('SELECT at FROM journal WHERE seq = (SELECT max(seq) * 6 / 10 FROM journal)').pluck().get() ?? 0;
const headsMs = time(() => vault.reader.prepare('SELECT count(*) FROM (SELECT max(seq) FROM journal WHERE seq <= 180000 GROUP BY record)').get());
// As the window has it built: in pieces, between which other questions are answered. None may take long.
let last = performance.now();
let longestPieceMs = 0;
const pieced = (part: 'rows' | 'links' | 'words') => {
  last = performance.now();
  const tell = (): void => {
    longestPieceMs = Math.max(longestPieceMs, performance.now() - last);
    last = performance.now();
  };
  return records.ready(middle, { part, tell });
};
const begun = performance.now();
await pieced('rows');
records.reading(middle).list({ closed: false, limit: 200 });
const pastListMs = performance.now() - begun;
await pieced('links');
const linksMs = performance.now() - begun;
// The indexes follow behind.
await new Promise((resolve) => setTimeout(resolve, 2_000));
const pastListAgainMs = time(() => records.reading(middle).list({ closed: false, limit: 200 }));
const pastOneMs = quantile(
  Array.from({ length: 200 }, (_, index) => time(() => records.reading(middle).get(`NOTE-${index + 1}`))),
  0.5,
);
const searchBegun = performance.now();
await pieced('words');
ask('order', middle);
const pastSearchFirstMs = performance.now() - searchBegun;
const pastSearch = beginnings.map((text) => time(() => ask(text, middle)));

const ms = typed.map((one) => one.ms);
const p95 = quantile(ms, 0.95);
tell({
  bench: 'records-search',
  prefixes: beginnings.length,
  hits,
  p50Ms: quantile(ms, 0.5),
  p95Ms: p95,
  slowestMs: Math.max(...ms),
  slowest: typed
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, 5)
    .map((one) => one.text),
  warmP95Ms: quantile(again, 0.95),
  rankedP95Ms: quantile(ranked, 0.95),
  target: 50,
  asKnownOn: {
    headsMs,
    firstListMs: pastListMs,
    longestPieceMs,
    firstListTarget: 1_000,
    linksMs,
    longestPieceTarget: pieceMs,
    listMs: pastListAgainMs,
    oneRecordMs: pastOneMs,
    firstSearchMs: pastSearchFirstMs,
    searchP95Ms: quantile(pastSearch, 0.95),
  },
});
await close();
large.remove();
process.exitCode = p95 <= 50 && pastListMs <= 1_000 && longestPieceMs <= pieceMs ? 0 : 1;
