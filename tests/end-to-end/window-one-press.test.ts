import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { openAt } from './open-at.ts';
import { toAddress } from './to-address.ts';

const day = { certainty: 'exact', day: '2026-06-01' } as const;

describe('one press does one thing', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow;
  let page: Page;
  beforeAll(async () => {
    if (noWindow !== null) return;
    window = await openAt();
    page = window.page;
  });
  afterAll(() => window?.close());

  const state = (number: string): string => window.vault.records.get(number).state;
  const act = (name: string) => page.getByRole('button', { name });
  const changes = (): number => window.vault.asked.filter((name) => name === 'records.move' || name === 'records.undo').length;
  const later = 1_795_600_000_000;
  /** The page of an order that has come and is not recorded as such. */
  const hasCome = async (number: string): Promise<void> => {
    const order = window.vault.records.get(number);
    window.vault.records.keep(later, null, [
      { verb: 'update', record: { ...order, state: 'draft', fields: { ...order.fields, formSeen: 'original', received: day, effective: day } } },
    ]);
    await toAddress(page, `#/record/${number}`);
    await act('Record that it has come').waitFor();
  };
  /** The second click of a double click where the first one was, once `then` stands there. */
  const twice = async (name: string, then: () => Promise<void>): Promise<void> => {
    const box = await act(name).boundingBox();
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    await page.mouse.click(x, y);
    await then();
    await page.mouse.move(x, y);
    await page.mouse.down({ clickCount: 2 });
    await page.mouse.up({ clickCount: 2 });
  };
  /** Until the vault has answered whatever was pressed: it answers in turn. */
  const answered = async (): Promise<void> => {
    await toAddress(page, '#/docket');
    await page.getByRole('heading', { name: 'Docket' }).waitFor();
  };

  test('a double click records one change of state, whatever the first click put in its place', async () => {
    await hasCome('ORD-005');
    const before = changes();
    await twice('Record that it has come', () => act('Record that it is in force').waitFor());
    await answered();
    expect([changes() - before, state('ORD-005')]).toEqual([1, 'received']);
    await toAddress(page, '#/record/ORD-005');
    await act('Record that it is in force').click();
    await expect.poll(() => state('ORD-005')).toBe('in_force');
  });

  test('a key that is held down does once what it says', async () => {
    await hasCome('ORD-007');
    await page.locator('main').focus();
    await page.keyboard.down('w');
    await act('Record that it is in force').waitFor();
    await page.keyboard.down('w');
    await page.keyboard.up('w');
    await answered();
    expect(state('ORD-007')).toBe('received');
  });
});
