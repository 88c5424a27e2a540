import { pieces } from './markup.ts';

const silent = new Set(['script', 'style', 'noscript', 'template', 'svg', 'math', 'object', 'iframe']);
const lines = new Set([
  'p',
  'div',
  'br',
  'li',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'pre',
  'table',
  'ul',
  'ol',
  'section',
  'article',
  'header',
  'footer',
  'hr',
  'title',
  'dt',
  'dd',
  'address',
]);

/** The words of a web page or an HTML mail: no scripts, no styles, nothing that loads. */
export function wordsOfHtml(markup: string): string {
  let words = '';
  let inside: string | null = null;
  let depth = 0;
  for (const piece of pieces(markup, true)) {
    if (inside !== null) {
      if (piece.at === 'open' && piece.name === inside && !piece.empty) depth++;
      else if (piece.at === 'close' && piece.name === inside && --depth === 0) inside = null;
    } else if (piece.at === 'text') words += piece.text.replace(/[\s\u00a0]+/g, ' ');
    else if (piece.at === 'open' && silent.has(piece.name) && !piece.empty) {
      inside = piece.name;
      depth = 1;
    } else if (lines.has(piece.name)) words += '\n';
    else if (piece.name === 'td' || piece.name === 'th') words += '\t';
  }
  return words.replace(/\n +/g, '\n');
}
