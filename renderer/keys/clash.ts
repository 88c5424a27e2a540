import { fixedKeys, keyed, type KeyId, keyIds } from '../words/keys.ts';
import { keysWords as words } from '../words/settings.ts';
import { boundKeys, isLetters, type Changed } from './bound.ts';

/** Taken by Windows, macOS, GNOME or the menu bar before the page hears of them, or by every field of text. */
export const reserved: ReadonlySet<string> = new Set([
  ...['A', 'C', 'V', 'X', 'W', 'Q', 'H', 'M', 'R', 'T', '0', '+', '-', '=', ',', 'Tab', 'Space', 'Esc'].map((key) => `Ctrl ${key}`),
  ...['V', 'Z', 'Esc', 'I', 'R', 'T', 'N', 'Tab', 'Q'].map((key) => `Ctrl Shift ${key}`),
  ...['F4', 'Tab', 'Space', 'Esc', 'F', 'E', 'V', 'W', 'F1', 'F2', 'F7', 'F8', 'F10', 'Enter'].map((key) => `Alt ${key}`),
  ...['Del', 'T', 'L', '←', '→', '↑', '↓'].map((key) => `Ctrl Alt ${key}`),
  'F10',
  'F11',
  'F12',
]);
/** What moves and chooses in lists, fields and dialogs. */
const moving: ReadonlySet<string> = new Set([
  ...fixedKeys.flatMap(([, keys]) => (/letter|to/.test(keys) ? [] : [keys])),
  ...['↑', '↓', '←', '→', 'PgUp', 'PgDn', 'Home', 'End', 'Enter', 'Tab', 'Space'].flatMap((key) => [key, `Shift ${key}`]),
  'Esc',
  'Backspace',
  ...Array.from('123456789'),
]);
/** One act on two pages that never stand together: a form is saved, a list opens beside. */
const apart: ReadonlySet<string> = new Set(['beside Ctrl Enter']);

/** Why an act cannot have these keys, in words; null where it can. */
export function whyNot(id: KeyId, keys: string, changed: Changed): string | null {
  if (reserved.has(keys)) return words.reserved(keys);
  if (moving.has(keys) && !apart.has(`${id} ${keys}`)) return words.moving(keys);
  if (!isLetters(keys) && !/^(Ctrl|Alt|F\d|Shift F\d|Ins|Del|Shift Del|Shift Ins)/.test(keys)) return words.alone(keys);
  for (const [other, has] of boundKeys(changed)) {
    if (other === id) continue;
    if (has === keys) return words.taken(keys, keyed[other][2]);
    // A letter that begins two could never be pressed alone.
    if (isLetters(keys) && isLetters(has) && (has.startsWith(`${keys} `) || keys.startsWith(`${has} `))) return words.begins(keys, has, keyed[other][2]);
  }
  return null;
}

/** Acts that could not be told apart, or that nobody could reach, in words. */
export const clashes = (changed: Changed): readonly string[] => {
  const bound = boundKeys(changed);
  return keyIds.flatMap((id) => whyNot(id, bound.get(id) ?? '', changed) ?? []);
};
