import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { systemRandom } from './system-random.ts';
import { testPlace, verified, writeRecord } from './test-vault.ts';
import { sweepPlaces, workPlace } from './work-place.ts';

const place = testPlace();
afterAll(() => place.clear());

/** Makes a place in a process that is killed while it holds it, and gives its name. */
function leftBy(beside: string, purpose: string, fill: string): string {
  const file = (name: string) => JSON.stringify(path.join(import.meta.dirname, name));
  const program = `
    import { workPlace } from ${file('work-place.ts')};
    import { systemRandom } from ${file('system-random.ts')};
    import { mkdirSync, writeFileSync } from 'node:fs';
    const { path } = workPlace(${JSON.stringify(beside)}, '${purpose}', systemRandom, undefined);
    ${fill}
    console.log(path);
    process.kill(process.pid, 'SIGKILL');`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', program], { encoding: 'utf8' });
  const made = path.basename(stdout.trim());
  if (made === '') throw new Error(stderr);
  return made;
}
const besides = (folder: string) => readdirSync(path.dirname(folder)).filter((name) => name.startsWith(`${path.basename(folder)}.`));

test('what a killed restore, drill or making of a vault had left is taken away and named by the next opening; one at work stays', async () => {
  const { vault, folder } = await place.make('Left');
  await vault.change({}, (tx) => writeRecord(tx, 'a', 'A'));
  await vault.close();
  const halfRestored = leftBy(folder, 'tmp', "mkdirSync(`${path}/vault/blobs/ab`, { recursive: true }); writeFileSync(`${path}/vault/slots.a`, '{');");
  const halfDrilled = leftBy(folder, 'drill', 'mkdirSync(`${path}/Left.cordon/blobs`, { recursive: true }); mkdirSync(`${path}/state`);');
  const atWork = workPlace(folder, 'tmp', systemRandom, undefined);
  const again = await place.open(folder);
  expect([...again.clearedAway].sort()).toEqual([halfRestored, halfDrilled].sort());
  expect(besides(folder)).toEqual([path.basename(atWork.path)]);
  expect(await verified(again)).toMatchObject({ ok: true });
  await again.close();
  atWork.leave();
  const last = await place.open(folder);
  expect(last.clearedAway).toEqual([]);
  await last.close();
});

test('nothing is taken away that is not surely such a place', () => {
  const beside = path.join(place.path, 'Sure.cordon');
  const made = (name: string, ...files: string[]) => {
    mkdirSync(path.join(place.path, name));
    for (const file of files) writeFileSync(path.join(place.path, name, file), '');
    return name;
  };
  // Somebody's own files in it; no lock; another name; another vault's.
  const kept = [
    made('Sure.cordon.0011aabb.tmp', 'lock', 'my notes.docx'),
    made('Sure.cordon.0011aabc.tmp', 'slots.a'),
    made('Sure.cordon.old.tmp', 'lock'),
    made('Surer.cordon.0011aabb.tmp', 'lock'),
  ];
  const target = made('Outside', 'thesis.docx');
  symlinkSync(path.join(place.path, target), path.join(place.path, 'Sure.cordon.0011aabd.tmp'));
  writeFileSync(path.join(place.path, 'Sure.cordon.0011aabe.tmp'), 'a file');
  const taken = made('Sure.cordon.0011aabf.tmp', 'lock');
  symlinkSync(path.join(place.path, target), path.join(place.path, taken, 'vault'));
  expect(sweepPlaces(beside, ['tmp', 'drill'], undefined)).toEqual([taken]);
  for (const name of [...kept, 'Sure.cordon.0011aabd.tmp', 'Sure.cordon.0011aabe.tmp']) expect(existsSync(path.join(place.path, name)), name).toBe(true);
  // A link inside leads nowhere.
  expect(readdirSync(path.join(place.path, target))).toEqual(['thesis.docx']);
  for (const name of readdirSync(place.path)) if (name.startsWith('Sure')) rmSync(path.join(place.path, name), { recursive: true });
});

test('the copy that is read where a vault cannot be written to does not outlive a kill for longer than the next reading', async () => {
  const { vault, folder } = await place.make('Read');
  const { id } = vault;
  await vault.close();
  const state = place.setting().stateFolder;
  const left = leftBy(path.join(state, id), 'reading', "writeFileSync(`${path}/vault.db`, 'an older state');");
  expect(readdirSync(state)).toContain(left);
  expect(sweepPlaces(path.join(state, id), ['tmp', 'drill'], undefined)).toEqual([]);
  expect(sweepPlaces(path.join(state, id), ['reading'], undefined)).toEqual([left]);
  expect(folder).toContain('Read');
});
