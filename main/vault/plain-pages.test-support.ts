import { createDecipheriv } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PAGE } from './database.ts';

/** SQLCipher 4's own layout: ciphertext, 16 bytes of IV, 64 of HMAC. Page 1 begins with the salt, which is not encrypted. */
function plain(page: Buffer, key: Uint8Array, first: boolean): Buffer {
  const cipher = createDecipheriv('aes-256-cbc', key, page.subarray(PAGE - 80, PAGE - 64)).setAutoPadding(false);
  return Buffer.concat([cipher.update(page.subarray(first ? 16 : 0, PAGE - 80)), cipher.final()]);
}

/** Every page of the databases in a folder as plain bytes, free ones too, and of every frame of their logs, valid or left over. */
export function plainPages(folder: string, key: Uint8Array): Buffer {
  const pages: Buffer[] = [];
  for (const name of readdirSync(folder).filter((one) => one.startsWith('vault.db') && !one.endsWith('-shm'))) {
    const bytes = readFileSync(path.join(folder, name));
    if (name.endsWith('-wal'))
      for (let at = 32; at + 24 + PAGE <= bytes.length; at += 24 + PAGE) pages.push(plain(bytes.subarray(at + 24, at + 24 + PAGE), key, bytes.readUInt32BE(at) === 1));
    else for (let at = 0; at + PAGE <= bytes.length; at += PAGE) pages.push(plain(bytes.subarray(at, at + PAGE), key, at === 0));
  }
  return Buffer.concat(pages);
}

/** Every other file of the folder as it lies there. */
export function otherBytes(folder: string): Buffer {
  if (!existsSync(folder)) return Buffer.alloc(0);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.startsWith('vault.db'));
  return Buffer.concat(files.map((entry) => readFileSync(path.join(entry.parentPath, entry.name))));
}
