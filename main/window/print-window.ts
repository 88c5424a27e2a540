import type { BrowserWindow } from 'electron';
import type { Printed, SheetSize } from '../../shared/contract/window-door.ts';

/** A point is 1/72 inch, an inch 25,400 micrometres. */
const micrometresOf = (points: number): number => Math.round((points / 72) * 25_400);
/** Sheets as printers have them: from a label to a roll. */
const [least, most] = [36, 14_400];

/** A size of paper that the page may ask for; null for anything else. */
export function sheetSize(asked: unknown): SheetSize | null {
  if (typeof asked !== 'object' || asked === null || !('across' in asked) || !('down' in asked)) return null;
  const { across, down } = asked;
  const isSide = (side: unknown): side is number => typeof side === 'number' && side >= least && side <= most;
  return isSide(across) && isSide(down) ? { across, down } : null;
}

/** What the system says when the person closes its dialog without printing. */
const changedMind = /cancel/i;

/** And what it says where there is nothing to print with. */
const noPrinter = /no valid printers|enumerate printers|no printer/i;
const saidOf = (why: string): string => (noPrinter.test(why) ? 'this computer has no printer that can be used' : why.slice(0, 200) || 'the system does not say why');

/**
 * Opens the system's print dialog for what the page has laid out, on sheets of `size` without margins: its pages bring theirs. The dialog is always shown, so that no
 * page prints by itself.
 */
export function printWindow(window: BrowserWindow, { across, down }: SheetSize): Promise<Printed> {
  const setting = { silent: false, printBackground: true, margins: { marginType: 'none' }, pageSize: { width: micrometresOf(across), height: micrometresOf(down) } } as const;
  return new Promise((resolve) => window.webContents.print(setting, (printed, why) => resolve({ printed, why: printed || changedMind.test(why) ? null : saidOf(why) })));
}
