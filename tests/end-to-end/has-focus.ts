import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/** Waits until keys go to this control. A dialog that is seen has not always taken the focus yet, and letters typed before that go to the page behind it. Fails after the usual time. */
export const hasFocus = (control: Locator): Promise<void> => expect.poll(() => control.evaluate((one) => one === document.activeElement)).toBe(true);
