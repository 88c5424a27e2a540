import type { Answer } from '../../shared/failure/failure.ts';
import { hear, printSheets, vault } from '../bridge.ts';
import { sheets, type Sheet } from './sheets.ts';

/**
 * Prints what `ask` makes: it is asked with a name for the print, and once the vault has it on record as leaving, its pages are laid out and given to the
 * system's printing as they stand in the PDF. The answer comes when the person has printed or not.
 */
export async function printPaper<R>(ask: (print: string) => Promise<Answer<R>>): Promise<Answer<R>> {
  const print = crypto.randomUUID();
  const stop = hear('print.ready', (ready) => {
    if (ready.print === print) void printed(print).then((what) => vault.ask('print.ended', { print, ...what }));
  });
  try {
    return await ask(print);
  } finally {
    stop();
  }
}

async function printed(print: string): Promise<{ printed: boolean; why: string | null }> {
  const pages: Sheet[] = [];
  for (let page = 1, of = 1; page <= of; page++) {
    const answer = await vault.ask('print.page', { print, page });
    if (!answer.ok) return { printed: false, why: answer.failure.code === 'cancelled' ? null : 'its pages could not be drawn' };
    pages.push(answer.reply);
    of = answer.reply.pages;
  }
  const [first] = pages;
  if (!first) return { printed: false, why: 'it has no pages' };
  const laid = await sheets(pages);
  try {
    if (!laid.whole) return { printed: false, why: 'a page of it could not be shown' };
    return await printSheets({ across: first.across, down: first.down });
  } finally {
    laid.takeAway();
  }
}
