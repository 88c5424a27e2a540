import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

const channel = path.join(import.meta.dirname, 'parent-channel.ts');
/** A vault process that has much to say, and writes a fault where its parent listened. */
const child = `
  import { parentChannel } from ${JSON.stringify(channel)};
  const { line, onWindow } = parentChannel();
  onWindow(() => {});
  // In one turn, so that it cannot hear meanwhile that its host is gone; slowly, so that nothing stands before what it says next.
  const pause = new Int32Array(new SharedArrayBuffer(4));
  setInterval(() => { for (let i = 0; i < 40; i++) { line.post({ t: 'said', words: 'w' }); Atomics.wait(pause, 0, 0, 20); } }, 1);
  process.send({ pid: process.pid });
`;
/** Its host, killed in the middle of hearing it. */
const parent = `
  import { spawn } from 'node:child_process';
  const child = spawn(process.execPath, ['--input-type=module', '-e', ${JSON.stringify(child)}], { stdio: ['ignore', 'ignore', Number(process.argv[1]), 'ipc'], serialization: 'advanced' });
  child.once('message', ({ pid }) => { process.stdout.write(String(pid) + '\\n'); });
  child.on('message', () => {});
`;
const runs = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('a vault process whose host is killed while it speaks ends by itself, and says nothing', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cordon-orphan-'));
  const said = path.join(folder, 'said');
  const host = spawn(process.execPath, ['--input-type=module', '-e', parent, '3'], { stdio: ['ignore', 'pipe', 'inherit', openSync(said, 'w')] });
  try {
    const [line] = (await once(host.stdout!, 'data')) as [Buffer];
    const pid = Number(line.toString());
    expect(pid).toBeGreaterThan(1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    host.kill('SIGKILL');
    await once(host, 'exit');
    await expect.poll(() => runs(pid), { timeout: 10_000 }).toBe(false);
    expect(readFileSync(said, 'utf8')).toBe('');
  } finally {
    host.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  }
});
