import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { contentPolicy, freshNonce } from './content-policy.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.json': 'application/json',
};

export interface Served {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * The file of the built window that `address` names, with the headers that lock the page. Every name that is not a plain file below `root` is a 404: only
 * names of letters, digits, `_`, `-` and dots are looked up, so no encoding, drive, share or parent folder can be spelled.
 */
export async function rendererFile(root: string, address: string): Promise<Served> {
  const nonce = freshNonce();
  const headers = {
    'content-security-policy': contentPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
  const missing: Served = { status: 404, headers: { ...headers, 'content-type': 'text/plain' }, body: new Uint8Array() };
  const { pathname } = new URL(address);
  const parts = (pathname === '/' ? '/index.html' : pathname).slice(1).split('/');
  if (!parts.every((part) => /^[\w-][\w.-]*$/.test(part))) return missing;
  const type = types[path.extname(parts.at(-1) ?? '')];
  if (!type) return missing;
  try {
    const bytes = await readFile(path.join(root, ...parts));
    const page = type.startsWith('text/html');
    return { status: 200, headers: { ...headers, 'content-type': type }, body: page ? withNonce(bytes, nonce) : bytes };
  } catch {
    return missing;
  }
}

/** The page learns its nonce from a meta element: Mantine reads it there for the style elements that it writes. */
const withNonce = (page: Buffer, nonce: string): Uint8Array => Buffer.from(page.toString('utf8').replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}">`), 'utf8');
