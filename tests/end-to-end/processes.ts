import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

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

/** Sockets of the internet that processes hold: their numbers among the open files, looked up in the tables of TCP, UDP and raw. */
export function internetSockets(pids: readonly number[]): string[] {
  const links = (pid: number) => {
    try {
      return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
        try {
          return [readlinkSync(`/proc/${pid}/fd/${fd}`)];
        } catch {
          return [];
        }
      });
    } catch {
      return [];
    }
  };
  const held = new Set(pids.flatMap(links).flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []));
  return ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, 'utf8')
      .split('\n')
      .slice(1)
      .flatMap((line) => {
        const columns = line.trim().split(/\s+/);
        return held.has(columns[9] ?? '') ? [`${table} ${columns[1] ?? ''} → ${columns[2] ?? ''}`] : [];
      }),
  );
}
