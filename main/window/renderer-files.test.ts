import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { rendererFile } from './renderer-files.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'cordon-renderer-'));
const root = path.join(folder, 'renderer');
mkdirSync(path.join(root, 'assets'), { recursive: true });
writeFileSync(path.join(root, 'index.html'), '<!doctype html><html><head><title>Cordon</title></head></html>');
writeFileSync(path.join(root, 'assets', 'index-a1.js'), 'export {};');
writeFileSync(path.join(root, '.hidden.js'), 'hidden');
writeFileSync(path.join(folder, 'secret.js'), 'secret');
afterAll(() => rmSync(folder, { recursive: true }));

test('the page carries the nonce of its own policy, another at every load', async () => {
  const first = await rendererFile(root, 'app://cordon/');
  const second = await rendererFile(root, 'app://cordon/index.html');
  const nonces = [first, second].map((served) => /nonce="([^"]+)"/.exec(Buffer.from(served.body).toString())?.[1] ?? 'none');
  expect(first.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonces[0]}'`);
  expect(second.headers['content-security-policy']).toContain(`'nonce-${nonces[1]}'`);
  expect(nonces[0]).not.toBe(nonces[1]);
});

test('the policy allows no inline code, no eval, no connection and no other place', async () => {
  const { headers } = await rendererFile(root, 'app://cordon/');
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
  expect(policy).toContain("connect-src 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

test('a built file is served with its own type', async () => {
  const served = await rendererFile(root, 'app://cordon/assets/index-a1.js');
  expect([served.status, served.headers['content-type'], Buffer.from(served.body).toString()]).toEqual([200, 'text/javascript; charset=utf-8', 'export {};']);
});

test.each([
  '/../secret.js',
  '/%2e%2e/secret.js',
  '/..%2fsecret.js',
  '/assets/..%5c..%5c..%5csecret.js',
  '/assets/%2e%2e/%2e%2e/secret.js',
  '//server/share/secret.js',
  '/C:/secret.js',
  '/secret.js%00.html',
  '/.hidden.js',
  '/assets/',
  '/assets',
  '/index.html/',
  '/etc/passwd',
  '/assets/index-a1',
  '/%252e%252e/secret.js',
])('%s is not found', async (address) => {
  expect((await rendererFile(root, `app://cordon${address}`)).status).toBe(404);
});
