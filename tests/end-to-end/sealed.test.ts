import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { notes, passphrase, person, sampleVault } from './sample-vault.ts';
import { freshPlaces, noChromium, startChromium, type ChromiumApp } from './start-chromium.ts';
import { unless } from './unless.ts';
import { toAddress } from './to-address.ts';

/** What is about persons, seen by somebody who was not granted it, who is, and who was: over a real vault, by what the window shows. */
const missing = noChromium();
const test = unless(missing);
const pictures = process.env['CORDON_PICTURES'];
const bens = 'marble orchard window 77';
/** Stands in title and text of what is sealed and nowhere else. */
const canary = 'qxzarzuelaqx';

let app: ChromiumApp;
beforeAll(async () => {
  if (missing) return;
  const places = freshPlaces();
  await sampleVault(places.vaults, places.state, async (records, vault) => {
    await notes(records, 3, 'ordinary');
    await vault.people.add({ name: 'Ben Ode', passphrase: Buffer.from(bens) }, []);
    await records.change(null, (w) => {
      const caseId = w.all('case')[0]?.id ?? null;
      const order = w.create('order', { caseId, fields: { title: 'Order', instrument: 'unknown', formSeen: 'none', authority: 'unknown' } });
      w.create('employment_action', { caseId, fields: { title: `${canary} moved`, whom: [order.id], action: 'reassigned', alternativesTried: `${canary} remote work` } });
    });
    await records.approve({ number: 'EMP-001', role: 'approver' });
  });
  app = await startChromium(places);
});
afterAll(() => app?.stop());

const goTo = (address: string) => toAddress(app.page(), address);
const picture = async (name: string) => void (pictures && (await app.page().screenshot({ path: path.join(pictures, `sealed-${name}.png`) })));
async function unlock(as: string): Promise<void> {
  const page = app.page();
  await page.getByLabel('Passphrase', { exact: true }).fill(as);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.locator('main h1').first().waitFor();
}
async function lock(): Promise<void> {
  const before = app.page();
  await before.getByRole('button', { name: /^Lock/ }).click();
  await expect.poll(() => app.page() !== before, { timeout: 20_000 }).toBe(true);
  await app.page().getByLabel('Passphrase', { exact: true }).waitFor();
}
/** Everything that the page shows or holds in its markup. */
const shown = () => app.page().content();

async function seesNumbersOnly(): Promise<void> {
  const page = app.page();
  await goTo('#/record/EMP-001');
  await page.getByRole('heading', { name: /EMP-001.*Sealed/ }).waitFor();
  await page.getByText('Proposed').first().waitFor();
  await page.getByText(`${person} may read it, and can let you read it in Settings, People.`).waitFor();
  expect(await page.getByRole('button', { name: 'Edit' }).count()).toBe(0);
  // That it is signed can be seen, and nothing else of it.
  const signed = page.getByText('Signed. The content is sealed for you').locator('..');
  await signed.waitFor();
  expect(await signed.textContent()).toContain('APP-001');
  expect(await signed.textContent()).not.toContain(person);
  expect(await page.getByRole('button', { name: /^Sign/ }).count()).toBe(0);
  expect(await shown()).not.toContain(canary);
  await picture('record');
  await goTo('#/list/employment_action');
  await page.getByText('EMP-001').first().waitFor();
  expect(await shown()).not.toContain(canary);
  await goTo('#/history');
  await page.getByText('EMP-001').first().waitFor();
  expect(await shown()).not.toContain(canary);
  await goTo(`#/search?text=${canary}`);
  await page.getByText(`Nothing fits “${canary}”.`).waitFor();
  expect(await page.getByText('EMP-001').count()).toBe(0);
}
async function reads(): Promise<void> {
  await goTo('#/record/EMP-001');
  await app
    .page()
    .getByRole('heading', { name: new RegExp(`${canary} moved`) })
    .waitFor();
  await app.page().getByText(`${canary} remote work`).waitFor();
  await app.page().getByText(`${person}, `).first().waitFor();
}

test('without the compartment the window shows numbers and states only; granted it shows the content; taken away it shows numbers and states again', async () => {
  await unlock(bens);
  await seesNumbersOnly();
  await lock();
  await unlock(passphrase);
  await reads();
  const change = async (item: string) => {
    await goTo('#/settings');
    await app.page().getByRole('button', { name: 'Change Ben Ode' }).click();
    await app.page().getByRole('menuitem', { name: item }).click();
  };
  await change('Let them read what is about persons');
  await app.page().getByRole('row').filter({ hasText: 'Ben Ode' }).getByText('May read').waitFor();
  await lock();
  await unlock(bens);
  await reads();
  await picture('granted');
  await lock();
  await unlock(passphrase);
  await change('Take away what is about persons…');
  await app.page().getByRole('dialog').getByText('It does not reach copies').waitFor();
  await app.page().getByRole('dialog').getByRole('button', { name: 'Take away' }).click();
  await app.page().getByRole('row').filter({ hasText: 'Ben Ode' }).getByText('Sees numbers and states').waitFor();
  await lock();
  await unlock(bens);
  await seesNumbersOnly();
  expect(readdirSync(app.downloads)).toEqual([]);
});
