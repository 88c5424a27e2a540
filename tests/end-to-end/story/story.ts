import type { Page } from 'playwright-core';
import type { Hand } from './hand.ts';

/** What the story needs of the host it is told in. */
export interface Stage {
  /** The page there is now. After a lock it is another one. */
  readonly page: () => Page;
  /** Waits for the page that comes after a lock. */
  readonly nextPage: () => Promise<void>;
  /** Answers the question for a file, which `ask` brings up, with this one. */
  readonly pickFile: (file: string, ask: () => Promise<void>) => Promise<void>;
  /** The file to take in. */
  readonly exhibit: string;
  /** Today as a lawyer writes it, such as `24 November 2026`. */
  readonly today: string;
  /** Whether the host asks in a dialog of its own where a paper is saved. */
  readonly savesByDialog: boolean;
}
export const passphrase = 'lantern quarry velvet harbour 41';
export const vaultName = 'Restrictions';

/** Heading of a record's own page. */
const shown = (page: Page, number: string) => page.getByRole('heading', { name: new RegExp(`^${number}`) }).waitFor();

/**
 * The day an order comes: a new vault, the case and the model, the order with its clause and obligation, the deadline by its rule, what was asked for and not given,
 * evidence, a step with its proof, two papers, the lock, and the vault verified. Told by any hand, on any stage.
 */
export async function story(hand: Hand, stage: Stage): Promise<void> {
  const { page } = stage;
  await newVault(hand, stage);

  await hand.begin('Case');
  await hand.write('Title', 'Heron 2 restriction');
  await hand.record('Record case');
  await shown(page(), 'CASE-001');

  await hand.begin('Restricted model');
  await hand.write('Name', 'Heron 2');
  await hand.record('Record restricted model');
  await shown(page(), 'MODEL-001');

  await hand.begin('Order');
  await hand.write('Title', 'Letter on access to Heron 2');
  await hand.choose('Instrument', 'Letter informing of a license requirement');
  await hand.choose('Form we have seen', 'Original');
  await hand.choose('Legal authority', 'Stated');
  await hand.write('Effective', stage.today);
  await hand.write('Received', stage.today);
  await hand.link('Models', 'Heron');
  await hand.press('button', 'Add to “Clauses”');
  await hand.write('Clause', '1', 'Clauses 1');
  await hand.write('Quotation', 'Access by any foreign person shall cease until a license is issued.', 'Clauses 1');
  await hand.press('button', 'Add to “Obligations”');
  await hand.write('Number', 'OB-1', 'Obligations 1');
  await hand.write('Clause', '1', 'Obligations 1');
  await hand.write('What must be done', 'Bar access by foreign persons.', 'Obligations 1');
  await hand.choose('State', 'Open', 'Obligations 1');
  await hand.record('Record order');
  await shown(page(), 'ORD-001');
  await hand.see('Access by any foreign person shall cease until a license is issued.');
  await hand.press('button', 'Record that it has come');
  await hand.see('ORD-001 is now “Received”.');

  await hand.begin('Deadline');
  await hand.link('Rule', 'stated in days by an agency order');
  await hand.write('Day the time starts', stage.today);
  await hand.write('Length of the period', '14');
  await hand.see(/^Last day/);
  await hand.write('Title', 'Report of suspended access');
  await hand.record('Record deadline');
  await shown(page(), 'DL-001');
  await hand.see('Why this date');

  await hand.begin('Evidence request');
  await hand.write('Title', 'Evidence behind the restriction');
  await hand.choose('Direction', 'To the government');
  await hand.write('Asked', stage.today);
  await hand.link('Under or about', 'Letter');
  await hand.press('button', 'Add to “Items”');
  await hand.write('Item', '1', 'Items 1');
  await hand.write('What is asked', 'The reports of misuse that the letter relies on.', 'Items 1');
  await hand.choose('Answer', 'Not provided in detail', 'Items 1');
  await hand.record('Record evidence request');
  await shown(page(), 'REQ-001');
  await hand.see('Not provided in detail');
  await hand.press('button', 'Record that it was sent');
  await hand.see('REQ-001 is now “Sent”.');

  await hand.visit('Evidence');
  await stage.pickFile(stage.exhibit, () => hand.press('button', 'Take in files…'));
  await hand.press('button', 'Take in');
  await hand.see('What was taken in');
  await page().getByRole('dialog').getByRole('link', { name: 'EX-001' }).waitFor();
  await hand.press('button', 'Close');

  await hand.begin('Remediation plan');
  await hand.write('Title', 'Way back for Heron 2');
  await hand.choose('Type', 'Separation of access');
  await hand.link('Models', 'Heron');
  await hand.record('Record remediation plan');
  await shown(page(), 'PLAN-001');

  await hand.begin('Remediation step');
  await hand.write('Title', 'Identity check on the console');
  await hand.link('Plan', 'Way back');
  await hand.link('Evidence', 'served');
  await hand.record('Record remediation step');
  await shown(page(), 'STEP-001');
  await hand.move('In progress');
  await hand.see('STEP-001 is now “In progress”.');
  await hand.move('Implemented');
  await hand.see('STEP-001 is now “Implemented”.');

  await paper(hand, 'Order summary', 'Order', 'ORD-001');
  await paper(hand, 'Status report', 'Model', 'MODEL-001');

  await hand.press('button', 'Lock (Ctrl L)');
  await stage.nextPage();
  await hand.see('Locked. What you were typing is sealed in the vault and opens where you left it.');
  await hand.write('Passphrase', passphrase);
  await hand.press('button', 'Unlock');
  // Where one was.
  await shown(page(), 'Make a PDF');
  await hand.visit('Settings');
  await hand.press('button', 'Verify');
  await hand.see(/Everything agrees\./);
}

/** A vault made from the first page, its recovery words typed back. */
export async function newVault(hand: Hand, { page }: Pick<Stage, 'page'>): Promise<void> {
  await page().getByRole('heading', { name: 'No vault yet' }).waitFor();
  await page().getByRole('main').getByRole('button', { name: 'New vault…' }).click();
  await hand.write('Name of the vault', vaultName);
  await hand.write('Your name', 'A. Counsel');
  await hand.write('Passphrase', passphrase);
  await hand.write('Passphrase, once more', passphrase);
  await hand.press('button', 'Make the vault');
  await page().getByRole('heading', { name: 'Recovery key' }).waitFor({ timeout: 60_000 });
  // What a person reads off the screen onto paper.
  const words = (await page().getByRole('main').getByRole('listitem').allTextContents()).map((line) => line.replace(/^\d+/, ''));
  await hand.press('button', 'I have them on paper');
  for (const field of await page()
    .getByRole('textbox', { name: /^Word \d+$/ })
    .all()) {
    const place = Number(/\d+/.exec((await field.getAttribute('aria-label')) ?? (await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '')))?.[0]);
    await hand.write(`Word ${place}`, words[place - 1] ?? '');
  }
  await hand.press('button', 'Open the vault');
  await hand.see('Nothing is due.');
}

async function paper(hand: Hand, name: string, about: string, number: string): Promise<void> {
  await hand.visit('Filings');
  await hand.press('button', 'Make a PDF');
  await hand.choose('Paper', name);
  await hand.link(about, number);
  await hand.see(/Nothing stands in the way|findings? to know of/);
  await hand.press('button', 'Make the PDF');
  await hand.see(/Saved as /);
}
