import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const shared = ['shared/failure', 'shared/calendar', 'shared/law', 'shared/records', 'shared/contract'];

/** The edges of docs/architecture.md, written a second time on purpose: a room's tsconfig that grows an edge fails here. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'shared/failure': [],
  'shared/calendar': ['shared/failure'],
  'shared/law': ['shared/failure', 'shared/calendar'],
  'shared/records': ['shared/failure', 'shared/calendar', 'shared/law'],
  'shared/contract': ['shared/failure', 'shared/calendar', 'shared/law', 'shared/records'],
  'main/jobs': ['shared/failure'],
  'main/vault': ['shared/failure', 'shared/calendar'],
  'main/settings': shared,
  'main/window/preload': shared,
  'main/window': shared,
  'main/records': [...shared, 'main/vault'],
  'main/evidence': [...shared, 'main/vault', 'main/records', 'main/jobs'],
  'main/exchange': [...shared, 'main/vault', 'main/records'],
  'main/filings': [...shared, 'main/vault', 'main/records', 'main/exchange', 'main/jobs'],
  'main/bridge': [...shared, 'main/vault', 'main/records', 'main/evidence', 'main/exchange', 'main/filings', 'main/settings', 'main/jobs'],
  'main/commands': [...shared, 'main/jobs', 'main/vault', 'main/settings', 'main/window', 'main/records', 'main/evidence', 'main/exchange', 'main/filings', 'main/bridge'],
  renderer: shared,
};
const rooms = Object.keys(allowed);
const planted = (room: string) => `planted-${room.replaceAll('/', '-')}`;

/** A copy of the projects with nothing in them but one planted file each, and a probe that imports each of `targets`. */
function compile(targets: (room: string) => readonly string[]): string[] {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'cordon-borders-'));
  try {
    cpSync(path.join(root, 'tsconfig.base.json'), path.join(copy, 'tsconfig.base.json'));
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'dir');
    writeFileSync(path.join(copy, 'tsconfig.json'), JSON.stringify({ files: [], references: rooms.map((room) => ({ path: room })) }));
    for (const room of rooms) {
      const folder = path.join(copy, room);
      mkdirSync(folder, { recursive: true });
      cpSync(path.join(root, room, 'tsconfig.json'), path.join(folder, 'tsconfig.json'));
      writeFileSync(path.join(folder, `${planted(room)}.ts`), `export const planted = '${room}';\n`);
      const up = '../'.repeat(room.split('/').length);
      const probes = targets(room).map((target, index) => `export type T${index} = typeof import('${up}${target}/${planted(target)}.ts').planted;`);
      writeFileSync(path.join(folder, 'probe.ts'), `${probes.join('\n')}\nexport {};\n`);
    }
    const run = spawnSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-b'], { cwd: copy, encoding: 'utf8' });
    return run.stdout.split('\n').filter((line) => line.includes('error TS'));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

test('every import that the design does not list is refused by the compiler, planted all at once', () => {
  const forbidden = (room: string) => rooms.filter((other) => other !== room && !allowed[room]?.includes(other));
  const refusals = compile(forbidden);
  const pairs = rooms.flatMap((room) => forbidden(room).map((other) => `${room} -> ${other}`));
  expect(pairs.length).toBeGreaterThan(120);
  expect(refusals.filter((line) => line.includes('TS6307') || line.includes('TS6059')).length).toBeGreaterThanOrEqual(pairs.length);
  for (const pair of pairs) {
    const [room, other] = pair.split(' -> ') as [string, string];
    expect(
      refusals.some((line) => line.includes(`${room}/`) && line.includes(planted(other))),
      pair,
    ).toBe(true);
  }
});

test('every import that the design lists compiles', () => {
  expect(compile((room) => allowed[room] ?? [])).toEqual([]);
});

test('the projects are the rooms, and no room lists an edge of its own', () => {
  for (const room of rooms) {
    const references = (JSON.parse(readFileSync(path.join(root, room, 'tsconfig.json'), 'utf8')) as { references: { path: string }[] }).references;
    const edges = references.map(({ path: to }) => path.posix.join(room, to));
    expect(edges.sort(), room).toEqual([...(allowed[room] ?? [])].sort());
  }
});
