import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { half } from '../fault/seeded.ts';
import { noWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { faults } from './faults.ts';
import { goTo, openAt, reloadIn } from './open-at.ts';

/** Where to put pictures of what is tested, for whoever wants to look. */
const pictures = process.env['CORDON_PICTURES'];

describe('what was removed, and what stood before', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow;
  beforeAll(async () => {
    if (noWindow !== null) return;
    window = await openAt();
    await window.page.setViewportSize({ width: 1280, height: 800 });
  });
  afterAll(() => window?.close());

  const looked = async (name: string): Promise<void> => {
    await window.rest();
    expect(await faults(window.page), name).toEqual([]);
    if (pictures !== undefined) await window.page.screenshot({ path: path.join(pictures, `${name}.png`) });
  };
  const removeTwo = async (): Promise<void> => {
    const { page } = window;
    await goTo(window, '#/list/note');
    await page.getByRole('grid').getByRole('row').nth(1).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByRole('button', { name: 'Remove…' }).click();
    await page.getByRole('dialog').getByLabel('Why').fill('entered twice');
    await page.getByRole('button', { name: 'Remove 2 records', exact: true }).click();
    await page.getByText('2 records removed.').waitFor();
  };

  test('an empty list says what will stand in it', async () => {
    await goTo(window, '#/removed');
    await window.page.getByText('Nothing was removed.').waitFor();
    await looked('removed empty');
  });

  test('what was removed is reached from the sidebar, says who and why, and is put back together by the keys; one undo takes that back', async () => {
    const { page, vault } = window;
    const numbers = vault.records
      .all()
      .filter(({ kind }) => kind === 'note')
      .map(({ number }) => number);
    await removeTwo();
    await page.getByRole('link', { name: 'Removed', exact: true }).click();
    await page.getByRole('grid', { name: 'Removed records' }).waitFor();
    expect(await page.getByRole('gridcell', { name: 'entered twice' }).count()).toBe(2);
    expect(await page.getByRole('gridcell', { name: 'Export counsel' }).count()).toBe(2);
    await looked('removed light');
    await page.getByRole('grid').getByRole('row').nth(1).focus();
    await page.keyboard.press('Control+a');
    await page.getByText('2 chosen').waitFor();
    expect(await page.getByRole('button', { name: 'Erase…' }).count(), 'nothing is erased in bulk').toBe(0);
    await looked('removed chosen');
    await page.getByRole('button', { name: 'Put back' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('2 records put back.').waitFor();
    await page.getByText('Nothing was removed.').waitFor();
    expect(
      vault.records
        .all()
        .filter(({ kind }) => kind === 'note')
        .map(({ number }) => number)
        .toSorted(),
    ).toEqual(numbers.toSorted());
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByRole('grid', { name: 'Removed records' }).waitFor();
    expect(vault.records.removed()).toHaveLength(2);
  });

  test('by words it is found, one is erased by an act of its own, and its page puts it back', async () => {
    const { page, vault } = window;
    await reloadIn(window, 'dark');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('removed rec');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Removed', exact: true }).waitFor();
    await page.getByLabel('Find a removed record').fill('no such words');
    await page.getByText('No removed record fits these words.').waitFor();
    await page.getByRole('button', { name: 'Show all of them' }).click();
    const [first] = vault.records.removed();
    await page.getByLabel('Find a removed record').fill(first?.number ?? '');
    await expect.poll(() => page.getByRole('grid').getByRole('row').count()).toBe(2);
    await page.getByRole('grid').getByRole('row').nth(1).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Erase…' }).click();
    await page.getByRole('dialog', { name: `Erase ${first?.number}` }).waitFor();
    await looked('removed erase dark');
    await page.getByRole('button', { name: 'Leave it as it is' }).click();
    await page.getByRole('grid').getByRole('row').nth(1).focus();
    await page.keyboard.press('Enter');
    await page.getByText('This record was removed: entered twice').waitFor();
    await looked('removed record dark');
    await page.getByRole('button', { name: 'Put back' }).click();
    await page.getByText('1 record put back.').waitFor();
    await expect.poll(() => page.getByText('This record was removed').count()).toBe(0);
    expect(vault.records.get(first?.number ?? '').removed).toBeUndefined();
  });

  test.each(half(['light', 'dark'] as const, false))('single fields of an earlier version are brought back with a reason, in %s', async (scheme) => {
    const { page, vault } = window;
    await reloadIn(window, scheme);
    const made = vault.records.all().find(({ kind, state }) => kind === 'remediation_step' && state !== 'done');
    const said = `Said otherwise, in ${scheme}`;
    const before = made?.fields['title'];
    const first = vault.records.entries.findLast(({ after }) => after.id === made?.id)?.seq ?? 0;
    await goTo(window, `#/edit/${made?.number}`);
    await page.getByLabel('Title', { exact: true }).fill(said);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: new RegExp(said) }).waitFor();
    await goTo(window, `#/record/${made?.number}/history`);
    const restore = page.getByRole('button', { name: `Restore what ${made?.number} said after entry ${first}`, exact: true });
    await restore.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText(said).first().waitFor();
    await looked(`earlier version ${scheme}`);
    await page.getByRole('dialog').getByRole('checkbox', { name: 'Title' }).uncheck();
    expect(await page.getByRole('button', { name: 'Restore', exact: true }).isDisabled()).toBe(true);
    await page.getByRole('dialog').getByRole('checkbox', { name: 'Title' }).check();
    await page.getByRole('button', { name: 'Restore 1 field' }).click();
    expect(await page.getByRole('dialog').getByLabel('Why').getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('dialog').getByLabel('Why').fill('It was right before.');
    await page.keyboard.press('Control+Enter');
    await page.getByText(`${made?.number} says again what it said.`).waitFor();
    expect(vault.records.get(made?.number ?? '').fields['title']).toBe(before);
    expect(vault.records.entries.at(-1)).toMatchObject({ verb: 'update', reason: 'It was right before.' });
  });

  test('of a hold in force nothing is brought back, and its kind says what to do instead', async () => {
    const { page, vault } = window;
    const hold = vault.records.all().find(({ kind, state }) => kind === 'legal_hold' && ['issued', 'active', 'released'].includes(state));
    if (!hold) throw new Error('the samples have no hold in force');
    vault.records.keep(vault.setting.now, null, [{ verb: 'update', record: { ...hold, fields: { ...hold.fields, title: 'Another title' } } }]);
    await page.reload();
    await goTo(window, `#/record/${hold.number}/history`);
    await page
      .getByRole('button', { name: new RegExp(`^Restore what ${hold.number} said`) })
      .first()
      .click();
    await page.getByText(/^Nothing of it is brought back\. Issue a new version/).waitFor();
    await looked('earlier version of a hold');
    expect(await page.getByRole('dialog').getByRole('checkbox').count()).toBe(0);
    await page.getByRole('button', { name: 'Leave it as it is' }).click();
  });
});
