/**
 * Runs in the page before any of its own code, in place of the preload: puts `window.cordon` over the pipe. Sent as text, so it uses nothing from
 * outside itself. Base64 by hand where the browser is too old for `toBase64` (Chromium before 140).
 */
export function chromiumShim(): void {
  interface Page {
    __cordonPost?: (text: string) => void;
    __cordonHear?: (text: string) => void;
    __cordonGrant?: (count: number) => Promise<unknown>;
    cordon?: unknown;
  }
  interface Modern {
    toBase64?(): string;
  }
  // Proof of the casts: the page is the browser's, whose own names this room's types do not know.
  const page = globalThis as unknown as Page;
  const modern = Uint8Array as unknown as { fromBase64?(text: string): Uint8Array };
  const post = page.__cordonPost;
  if (!post) return;
  const toText = (bytes: Uint8Array & Modern) => bytes.toBase64?.() ?? btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const toBytes = (text: string) => modern.fromBase64?.(text) ?? Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const pack = (_key: string, value: unknown) => (value instanceof Uint8Array ? { $bytes: toText(value) } : value);
  const unpack = (_key: string, value: unknown) => (typeof value === 'object' && value !== null && '$bytes' in value ? toBytes(String(value.$bytes)) : value);
  const grant = page.__cordonGrant;
  // Only the browser knows where a file lies: the host asks it for each of these, by its place here.
  let given: readonly unknown[] = [];
  Object.defineProperty(page, '__cordonFile', { value: (at: number) => given[at] });
  const unheard: unknown[] = [];
  const listeners: ((message: unknown) => void)[] = [];
  Object.defineProperty(page, '__cordonHear', {
    value: (text: string) => {
      const message: unknown = text.includes('"$bytes"') ? JSON.parse(text, unpack) : JSON.parse(text);
      if (listeners.length > 0) listeners.forEach((listener) => listener(message));
      else unheard.push(message);
    },
  });
  Object.defineProperty(page, 'cordon', {
    value: Object.freeze({
      post: (message: unknown) => post(JSON.stringify(message, pack)),
      listen(listener: (message: unknown) => void) {
        listeners.push(listener);
        for (const message of unheard.splice(0)) listener(message);
      },
      grantDrop(files: readonly unknown[]) {
        given = [...files];
        return grant?.(given.length) ?? Promise.resolve(null);
      },
    }),
  });
}
