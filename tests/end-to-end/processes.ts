import { readdirSync, readFileSync } from 'node:fs';

export interface Running {
  readonly pid: number;
  readonly command: string;
}

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // It has ended since it was listed.
    return '';
  }
};

/** A process and everything that descends from it (Linux). The helpers that Chromium forks through its zygote are among them. */
export function processesOf(root: number): Running[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), Number(read(`/proc/${name}/stat`).split(') ').at(-1)?.split(' ')[1] ?? 0)] as const),
  );
  const descends = (pid: number): boolean => pid === root || (parents.has(pid) && pid > 1 && descends(parents.get(pid) ?? 0));
  return [...parents.keys()]
    .filter(descends)
    .map((pid) => ({ pid, command: read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ') }))
    .filter(({ command }) => command !== '');
}

/** 0: none, 2: a filter of system calls. */
export const seccompOf = (pid: number): number => Number(/^Seccomp:\s+(\d)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? -1);
