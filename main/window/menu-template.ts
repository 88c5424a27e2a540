import type { MenuItemConstructorOptions } from 'electron';

export interface MenuPlace {
  readonly platform: NodeJS.Platform;
  /** Adds the developer tools, which a packaged app has not. */
  readonly development: boolean;
  /** Keys that the person changed, by act (shared/contract/settings.ts). */
  readonly keys: Readonly<Record<string, string>>;
  /** Acts whose keys an administrator has fixed. The page alone knows whether those clash with others, and leaves them out: a menu that had them would take them from what they belong to. */
  readonly fixedKeys: readonly string[];
  readonly lock: () => void;
  readonly print: () => void;
}

/** What it has from the start; the window's own list says the same (renderer/words/keys.ts). */
const [lockKeys, printKeys] = ['Ctrl L', 'Ctrl P'];

/** The menu bar: what every desktop application has, and locking, under the keys that it has now. */
export function menuTemplate({ platform, development, keys, fixedKeys, lock, print }: MenuPlace): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  const keysOf = (act: string, first: string): string | null => (fixedKeys.includes(act) ? null : acceleratorOf(keys[act] ?? first));
  const [accelerator, printing] = [keysOf('lock', lockKeys), keysOf('print', printKeys)];
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        // Its keys are heard by the page, which knows what is to be printed.
        { id: 'print', label: '&Print…', ...(printing !== null && { accelerator: printing, registerAccelerator: false }), click: print },
        { type: 'separator' },
        { id: 'lock', label: 'Lock now', ...(accelerator !== null && { accelerator }), click: lock },
        { type: 'separator' },
        mac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        // Where + stands on the key of =, it is pressed without Shift; a menu hears one key only.
        { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(development ? [{ role: 'toggleDevTools' } as const] : []),
      ],
    },
    { role: 'windowMenu' },
  ];
}

/** Keys by other names than the list of keys has for them. */
const electronName: Readonly<Record<string, string>> = {
  Ctrl: 'CommandOrControl',
  '←': 'Left',
  '→': 'Right',
  '↑': 'Up',
  '↓': 'Down',
  Del: 'Delete',
  Ins: 'Insert',
  Esc: 'Escape',
  PgUp: 'PageUp',
  PgDn: 'PageDown',
  '+': 'Plus',
};

/**
 * Keys as Electron's menus write them: `CommandOrControl+Shift+L` for `Ctrl Shift L`. Null for letters alone, one or two of them: the page hears those where nothing is typed, and a
 * menu would take them out of every field; and for what no menu can hear.
 */
export function acceleratorOf(keys: string): string | null {
  const parts = keys.split(' ');
  const [last = ''] = parts.slice(-1);
  const modifiers = parts.slice(0, -1);
  if (!modifiers.every((one) => one === 'Ctrl' || one === 'Alt' || one === 'Shift')) return null;
  const name = electronName[last] ?? last;
  const isFunction = /^F([1-9]|1\d|2[0-4])$/.test(name);
  if (!isFunction && !modifiers.includes('Ctrl') && !modifiers.includes('Alt') && !['Delete', 'Insert'].includes(name)) return null;
  // A name of more than one letter that is none of Electron's would throw when the menu is built.
  const known = isFunction || /^[\x21-\x7e]$/.test(name) || Object.values(electronName).includes(name) || ['Home', 'End', 'Space', 'Tab', 'Enter', 'Backspace'].includes(name);
  return known ? [...modifiers.map((one) => electronName[one] ?? one), name].join('+') : null;
}
