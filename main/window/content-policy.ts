import { randomBytes } from 'node:crypto';

/** A fresh nonce, for one load of the page. */
export const freshNonce = (): string => randomBytes(16).toString('base64');

/**
 * The page's content policy: nothing from anywhere but the app itself, no connection at all, no worker, no frame, no form. `data:` pictures are
 * Mantine's own icons; `blob:` pictures are pages drawn by the reader job. Mantine writes style elements, which carry the nonce.
 */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'none'",
    "worker-src 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "media-src 'none'",
    "manifest-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
