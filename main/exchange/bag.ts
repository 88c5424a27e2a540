import { createHash } from 'node:crypto';
import type { ArchiveEntry } from './archive.ts';

/** One file of a bag's payload, with the digest that its content is known to have. */
export interface Payload {
  /** Below `data/`, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly content: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  readonly compress?: boolean;
}

/** A file of the payload that is made here and now. */
export function written(path: string, chunks: Iterable<Uint8Array>): Payload {
  const whole = Buffer.concat([...chunks]);
  return { path, bytes: whole.length, sha256: digest(whole), content: () => [whole] };
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** RFC 8493 §2.1.3: line ends and the sign that hides them are written as in a URL. */
const encoded = (path: string): string => path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D');

/**
 * A bag (BagIt, RFC 8493) as the files of an archive, all below one folder called `name`. `bagged` is the day it is packed; `about` are further
 * lines of bag-info.txt.
 */
export function bag(name: string, payload: readonly Payload[], bagged: string, about: readonly (readonly [string, string])[] = []): ArchiveEntry[] {
  const oxum = `${payload.reduce((sum, one) => sum + one.bytes, 0)}.${payload.length}`;
  const info: (readonly [string, string])[] = [['Bag-Software-Agent', 'Cordon'], ['Bagging-Date', bagged], ['Payload-Oxum', oxum], ...about];
  const tags = [
    ['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
    ['bag-info.txt', info.map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ')}\n`).join('')],
    ['manifest-sha256.txt', payload.map((one) => `${one.sha256}  data/${encoded(one.path)}\n`).join('')],
  ] as const;
  const tagManifest = ['tagmanifest-sha256.txt', tags.map(([file, text]) => `${digest(Buffer.from(text))}  ${file}\n`).join('')] as const;
  return [
    ...[...tags, tagManifest].map(([file, text]): ArchiveEntry => ({ name: `${name}/${file}`, content: () => [Buffer.from(text)] })),
    ...payload.map(({ path, content, compress }): ArchiveEntry => ({ name: `${name}/data/${path}`, content, ...(compress !== undefined && { compress }) })),
  ];
}
