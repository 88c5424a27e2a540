/** Soft hyphens, zero-width spaces and byte-order marks: nobody sees them, and no search finds a word with one inside. */
const unseen = /[\u00ad\u200b\u2060\ufeff]/g;
/** Spaces that do not break, as word processors put them between numbers and units. */
const firmSpace = /[\u00a0\u202f\u2007]/g;
/** Hyphens that do not break: `ORD‑003` is a number of ours. */
const firmHyphen = /[\u2010\u2011]/g;
/** The bullet of the Symbol font, which other fonts show as a box. */
const symbolBullet = /\uf0b7/g;
/** Control characters: of them only tab and line feed stay, the others are marks of table cells and fields. */
const controls = /\p{Cc}/gu;

/**
 * Text from a word processor, a mail or a PDF as it is kept: what shows stays as it is, smart quotes and dashes among them; what does not show goes. Line ends
 * become line feeds, or spaces where the field has one line; so do the tabs of a table there.
 */
export function pasted(text: string, oneLine: boolean): string {
  const plain = text
    .replaceAll('\v', '\n')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(unseen, '')
    .replace(firmSpace, ' ')
    .replace(firmHyphen, '-')
    .replace(symbolBullet, '•')
    .replace(controls, (one) => (one === '\n' || one === '\t' ? one : ''));
  return oneLine ? plain.replace(/\s*[\n\t]\s*/g, ' ').trim() : plain;
}

/** Whether a field has one line. */
const isOneLine = (field: EventTarget | null): boolean => field instanceof HTMLInputElement && (field.type === 'text' || field.type === 'search');

/** Puts what is pasted into a field of the window as it is to be kept; the field's own undo takes it back. Passphrases are taken as they come. */
export function onPaste(event: ClipboardEvent): void {
  const field = event.target;
  if (event.defaultPrevented || !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  const oneLine = isOneLine(field);
  if (!oneLine && !(field instanceof HTMLTextAreaElement)) return;
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const kept = pasted(text, oneLine);
  if (kept === text || field.readOnly) return;
  event.preventDefault();
  insert(kept);
}

/** Puts text into a field where its mark stands, as pasting it would. */
export function insertText(field: HTMLElement, text: string): void {
  field.focus();
  insert(pasted(text, isOneLine(field)));
}

function insert(text: string): void {
  // The one way to put text into a field that the field's own undo knows; nothing is copied by it.
  document.execCommand('insertText', false, text);
}
