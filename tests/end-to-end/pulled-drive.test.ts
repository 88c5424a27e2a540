import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { compiledShim } from '../fault/failing-calls.ts';
import { askedPage, askPage } from './ask-page.ts';
import { notes, passphrase, sampleVault } from './sample-vault.ts';
import { freshPlaces, noChromium, startChromium, type ChromiumApp } from './start-chromium.ts';
import { unless } from './unless.ts';

/** A drive pulled out under the window, and put back: every call of the vault process on the vault's folder fails as long as the flag lies there. */
const places = freshPlaces();
const shim = compiledShim(places.folder);
const missing = noChromium() ?? shim.missing;
const flag = path.join(places.folder, 'pulled');
const environment = { LD_PRELOAD: shim.file, CORDON_FAULT_UNDER: places.vaults, CORDON_FAULT_PULLED: flag };

let app: ChromiumApp;
beforeAll(async () => {
  if (missing) return;
  await sampleVault(places.vaults, places.state, (records) => notes(records, 3, 'ordinary'));
  app = await startChromium(places);
});
afterAll(async () => {
  for (const name of Object.keys(environment)) delete process.env[name];
  if (missing) rmSync(places.folder, { recursive: true, force: true });
  await app?.stop();
});

/** Locks, which starts another page and another vault process. */
async function lock(): Promise<void> {
  const [page, vault] = [app.page(), app.host.vaultPid()];
  void askPage(page, 'session.lock', { because: 'asked' }).catch(() => {});
  await expect.poll(() => app.page() !== page && app.host.vaultPid() !== vault, { timeout: 60_000 }).toBe(true);
  await app.page().getByLabel('Passphrase', { exact: true }).waitFor();
}
async function unlock(): Promise<void> {
  await app.page().getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await app.page().getByRole('button', { name: 'Unlock' }).click();
}
const docket = () => app.page().getByRole('heading', { name: 'Docket' }).waitFor();
const note = (title: string) => ({ kind: 'note' as const, caseId: null, fields: { title, type: 'note', body: 'x' } });
/** What a failure says must name the drive, and never damage or a bug. */
const told = (answer: unknown): string => JSON.stringify(answer);

unless(missing)('a drive that is pulled out while a vault is open is told in words, the window goes on, and with the drive back drafts and changes are there', async () => {
  await unlock();
  await docket();
  // The browser runs already; the vault process that comes now is the one whose calls can be made to fail.
  Object.assign(process.env, environment);
  await lock();
  await unlock();
  await docket();
  await askedPage(app.page(), 'records.create', note('acknowledged'));
  await askedPage(app.page(), 'drafts.save', { form: 'note', record: null, body: { title: 'half a note' } });
  const caseId = (await askedPage(app.page(), 'records.list', { kind: 'case' })).rows[0]?.id ?? '';
  const granted = await askedPage(app.page(), 'evidence.chunk', { upload: 'u', name: 'served.txt', at: 0, bytes: new TextEncoder().encode('Served. '.repeat(9000)), end: true });

  writeFileSync(flag, '');
  const drive = /the drive does not answer, or was taken out|it is not there any more/;
  const change = await askPage(app.page(), 'records.create', note('into the void'));
  expect(change).toMatchObject({ ok: false });
  expect(told(change)).toMatch(drive);
  const draft = await askPage(app.page(), 'drafts.save', { form: 'note', record: null, body: { title: 'more of it' } });
  expect(told(draft)).toMatch(drive);
  const intake = await askPage(app.page(), 'evidence.intake', { caseId, files: [granted?.token ?? ''] });
  expect(told(intake)).toMatch(drive);
  const verify = await askPage(app.page(), 'vault.verify', {});
  expect(verify.ok && verify.reply.ok).toBe(false);
  for (const answer of [change, draft, intake, verify]) expect(told(answer)).not.toMatch(/unexpected|SQLITE|EIO|malformed/);
  // The window stands and can be worked with.
  await app.page().getByRole('link', { name: 'Notes' }).first().click();
  await app.page().getByRole('heading', { name: 'Notes' }).waitFor();

  await lock();
  await unlock();
  await app
    .page()
    .getByText(/cannot be (read|written): the drive does not answer, or was taken out/)
    .waitFor();

  rmSync(flag);
  await unlock();
  await docket();
  const { rows } = await askedPage(app.page(), 'records.list', { kind: 'note' });
  expect(rows.map(({ title }) => title)).toContain('acknowledged');
  expect(rows.map(({ title }) => title)).not.toContain('into the void');
  expect(await askedPage(app.page(), 'drafts.read', { form: 'note', record: null })).toMatchObject({ body: { title: 'half a note' } });
  await askedPage(app.page(), 'records.create', note('after'));
  expect(await askedPage(app.page(), 'vault.verify', {})).toMatchObject({ ok: true, findings: [] });
});
