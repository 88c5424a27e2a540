/** What the parts of the event are called on the sheet. */
const named: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  ' ': 'Space',
  Insert: 'Ins',
};
type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * The keys that were pressed, as the list of keys writes them: `Ctrl Shift F`, `Alt ←`, `G`, `?`. Where Shift only makes the sign, it is not named: `?`, not
 * `Shift ?`; a lone letter is the same with it. Null for a key that only goes with others.
 */
export function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string | null {
  if (/^(Control|Meta|Alt|AltGraph|Shift|Dead|Unidentified|Process)$/.test(key)) return null;
  const name = named[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  const main = ctrlKey || metaKey;
  const letter = /^\p{L}$/u.test(name);
  const shift = shiftKey && (letter ? main || altKey : name.length > 1);
  return [...(main ? ['Ctrl'] : []), ...(altKey ? ['Alt'] : []), ...(shift ? ['Shift'] : []), name].join(' ');
}
