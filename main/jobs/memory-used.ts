import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** Linux counts memory in pages; 4 KiB is the page size of x86-64 and of the arm64 kernels that distributions ship by default. */
const pageBytes = 4096;

/**
 * Resident memory of a process in MiB, read from outside because a job deep in WASM cannot count for itself. Null when it is gone, or on Windows, where
 * the limit is the JavaScript heap's alone.
 */
export async function memoryUsedMiB(pid: number): Promise<number | null> {
  try {
    if (process.platform === 'linux') return (Number((await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')[1]) * pageBytes) / 1048576;
    if (process.platform === 'win32') return null;
    const kib = await new Promise<string>((resolve, reject) => execFile('ps', ['-o', 'rss=', '-p', String(pid)], (problem, out) => (problem ? reject(problem) : resolve(out))));
    return Number(kib.trim()) / 1024;
  } catch {
    return null;
  }
}
