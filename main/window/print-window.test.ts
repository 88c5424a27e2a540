import { expect, test, vi } from 'vitest';
import { printWindow, sheetSize } from './print-window.ts';

test('a page may ask for sheets that printers have, and for nothing else', () => {
  expect(sheetSize({ across: 612, down: 792, silent: true, deviceName: 'x' })).toEqual({ across: 612, down: 792 });
  for (const wrong of [null, 'A4', {}, { across: 612 }, { across: '612', down: 792 }, { across: 0, down: 792 }, { across: 612, down: Number.NaN }, { across: 612, down: 1e9 }])
    expect(sheetSize(wrong), JSON.stringify(wrong)).toBeNull();
});

test('the dialog of the system is always shown, and sheets have no margins but their own', async () => {
  const print = vi.fn((_setting: object, done: (printed: boolean, why: string) => void) => done(true, ''));
  // Proof of the cast: the only thing of a window that is used.
  const window = { webContents: { print } } as never;
  expect(await printWindow(window, { across: 612, down: 792 })).toEqual({ printed: true, why: null });
  expect(print.mock.calls[0]?.[0]).toEqual({ silent: false, printBackground: true, margins: { marginType: 'none' }, pageSize: { width: 215_900, height: 279_400 } });
  print.mockImplementation((_setting, done) => done(false, 'Print job canceled'));
  expect(await printWindow(window, { across: 612, down: 792 })).toEqual({ printed: false, why: null });
  print.mockImplementation((_setting, done) => done(false, 'Print job failed'));
  expect(await printWindow(window, { across: 612, down: 792 })).toEqual({ printed: false, why: 'Print job failed' });
  // As Electron 33 says it where no printer is set up.
  print.mockImplementation((_setting, done) => done(false, 'Failed to enumerate printers'));
  expect((await printWindow(window, { across: 612, down: 792 })).why).toBe('this computer has no printer that can be used');
});
