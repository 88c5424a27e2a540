import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openVault } from '../../main/vault/vault.ts';
import { Bench, sha256 } from '../end-to-end/cordon.ts';

const inputs = process.env['CORDON_INPUTS'];
const bench = new Bench();
afterAll(() => bench.end());

/** Files and their digests as somebody else's program wrote them down. */
function manifest(folder: string): Map<string, string> {
  const lines = readFileSync(path.join(folder, 'MANIFEST.sha256'), 'utf8').split('\n').filter(Boolean);
  return new Map(lines.map((line) => [path.join(folder, line.slice(66).replace(/^\.\//, '')), line.slice(0, 64)]));
}

test('every file of the public inputs is taken in with the digest of its manifest and comes out byte for byte', async (context) => {
  if (!inputs || !existsSync(path.join(inputs, 'MANIFEST.sha256'))) {
    context.skip('CORDON_INPUTS names no folder of inputs');
    return;
  }
  const digests = manifest(inputs);
  const files = [...digests.keys()];
  await bench.make('I.cordon');
  const taken = await bench.on('intake', 'I.cordon', ...files);
  expect(taken.lines.filter((line) => 'failure' in line)).toEqual([]);
  expect(new Map(taken.lines.map((line) => [line['path'], line['sha256']]))).toEqual(digests);

  const statuses = new Map<string, number>();
  for (const line of taken.lines) statuses.set(String(line['reading']), (statuses.get(String(line['reading'])) ?? 0) + 1);
  expect(statuses.get('text')).toBeGreaterThan(files.length * 0.8);
  for (const status of ['timed-out', 'too-large', 'not-read']) expect([status, statuses.get(status) ?? 0]).toEqual([status, 0]);

  const vault = await openVault(
    bench.path('I.cordon'),
    { passphrase: Buffer.from('correct horse battery staple') },
    { clock: () => ({ instant: Date.now(), zone: 'UTC' }), random: randomBytes, stateFolder: bench.path('state') },
  );
  for (const [file, digest] of digests) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of vault.blobs.open(digest)) chunks.push(chunk);
    expect([file, Buffer.concat(chunks).equals(readFileSync(file))]).toEqual([file, true]);
  }
  await vault.close();

  // One of every sort of file through the command line too.
  const bySort = new Map(taken.lines.map((line) => [path.extname(String(line['path'])), line]));
  for (const [sort, line] of bySort) {
    const out = bench.path(`out${sort}`);
    expect((await bench.on('extract', 'I.cordon', String(line['number']), '--out', out)).code).toBe(0);
    expect(readFileSync(out).equals(readFileSync(String(line['path'])))).toBe(true);
    expect(sha256(readFileSync(out))).toBe(line['sha256']);
    rmSync(out);
  }
  expect(await bench.on('verify', 'I.cordon')).toMatchObject({ code: 0, json: { ok: true, findings: [] } });
  const search = (await bench.on('search', 'I.cordon', 'voluntary self-disclosure', '--limit', '5')).json as { hits: { kind: string }[] };
  expect(search.hits.map((hit) => hit.kind)).toContain('evidence_item');
}, 900_000);
