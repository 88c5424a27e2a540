import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';
import type { RunJob } from '../jobs/run-job.ts';
import { rootOf, type LoadFile } from './load-file.ts';
import { opticon } from './opticon.ts';
import { mostReadBytes } from './read-file.ts';
import { readTableFile } from './read-tables.ts';
import { folderVolume, handedVolume } from './volume.ts';

/**
 * Reads a load file and the page images that go with it: those of `images`, else of an .OPT file of the same name beside it. Refuses what `readTableFile` and `opticon`
 * refuse, and `file-unreadable`. Whether the rows fit together is said by `takeInLoadFile`.
 */
export async function openLoadFile(
  runJob: RunJob,
  file: string,
  { images, root, signal }: { readonly images?: string | undefined; readonly root?: string | undefined; readonly signal?: AbortSignal | undefined } = {},
): Promise<LoadFile> {
  const name = path.basename(file);
  const [table] = await readTableFile(runJob, await bytesOf(file), name, signal);
  const opt = images ?? (await opticonBeside(file));
  const pages = opt === null ? [] : opticon((await bytesOf(opt)).toString('utf8'), path.basename(opt));
  const rows = table?.rows ?? [];
  const above = root ?? (await rootOf(path.dirname(path.resolve(file)), { rows, images: pages }));
  return { name, rows, images: pages, volume: folderVolume(above) };
}

/** Reads a load file that was handed over with the files it names, each by the path that it gives them. Refuses as `openLoadFile` does. */
export async function handedLoadFile(
  runJob: RunJob,
  {
    name,
    bytes,
    images,
    files,
  }: { readonly name: string; readonly bytes: Uint8Array; readonly images?: Uint8Array | undefined; readonly files: Parameters<typeof handedVolume>[0] },
  signal?: AbortSignal,
): Promise<LoadFile> {
  const [table] = await readTableFile(runJob, bytes, name, signal);
  const pages = images === undefined ? [] : opticon(Buffer.from(images).toString('utf8'), `${path.parse(name).name}.opt`);
  return { name, rows: table?.rows ?? [], images: pages, volume: handedVolume(files) };
}

async function opticonBeside(file: string): Promise<string | null> {
  const folder = path.dirname(file);
  const wanted = `${path.parse(file).name}.opt`.toLowerCase();
  const found = (await readdir(folder).catch(() => [])).find((one) => one.toLowerCase() === wanted);
  return found === undefined ? null : path.join(folder, found);
}

async function bytesOf(file: string): Promise<Buffer> {
  const name = path.basename(file);
  const bytes = await readFile(file).catch((thrown: unknown) => {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined;
    if (code === undefined) throw thrown;
    return refuse({ code: 'file-unreadable', file: name, why: code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code });
  });
  return bytes.length > mostReadBytes ? refuse({ code: 'import-malformed', file: name, why: `it is larger than ${mostReadBytes / 1048576} MB` }) : bytes;
}
