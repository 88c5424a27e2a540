import type { Page } from 'playwright-core';
import type { Hand } from './hand.ts';
import { newVault, type Stage } from './story.ts';

const shown = (page: Page, number: string) => page.getByRole('heading', { name: new RegExp(`^${number}`) }).waitFor();
const letter = 'Access by any foreign person shall cease until a license is issued.';

/** Days before and after today, as a lawyer writes them, and a roster. */
export interface LawStage extends Omit<Stage, 'savesByDialog'> {
  /** Three days and one day ago. */
  readonly threeDaysAgo: string;
  readonly yesterday: string;
}

/**
 * An order and its dates from the first day to the calendar: order received, whom it reaches, a roster screened, people determined, a deadline counted; then the order is
 * amended and its date corrected, what would change is looked at and approved, and the calendar leaves. Told by any hand, on any stage.
 */
export async function lawStory(hand: Hand, stage: LawStage): Promise<void> {
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

  await order(hand, 'Letter on access to Heron 2', stage.threeDaysAgo, letter);
  await shown(page(), 'ORD-001');
  await hand.move('Received');
  await hand.see('ORD-001 is now “Received”.');

  // Whom it reaches.
  await scopeRule(hand, 'Letter', 'Heron', 'any foreign person', 'Everybody');
  await shown(page(), 'SCO-001');
  await hand.move('In use');
  await hand.see('SCO-001 is now “In use”.');
  await hand.visit('Whom orders reach');
  await hand.see('Barred');

  // The roster against it.
  await hand.visit('Orders');
  await page().getByRole('main').getByRole('link', { name: 'ORD-001' }).first().click();
  await shown(page(), 'ORD-001');
  await hand.press('tab', 'Whom it reaches');
  await hand.press('button', 'Screen a roster');
  await stage.pickFile(stage.exhibit, () => hand.press('button', 'Choose a roster'));
  await hand.press('button', 'Screen this roster');
  await shown(page(), 'SCR-001');
  await hand.see('3 rows');
  await hand.press('button', 'For the identity team (CSV)');
  await hand.see(/is written and recorded as REL-001/);

  // A person of it is determined.
  await hand.begin('Person');
  await hand.write('Name or identifier', 'p-1');
  await hand.choose('Who it is', 'Employee');
  await hand.choose('US person', 'Yes');
  await hand.record('Record person');
  await shown(page(), 'PER-001');
  await hand.begin('Determination of access');
  await hand.link('Person', 'p-1');
  await hand.link('Order', 'Letter');
  await hand.link('Rules', 'Barred');
  await hand.link('Model', 'Heron');
  await hand.choose('Result', 'barred by this order');
  await hand.record('Record determination of access');
  await shown(page(), 'DET-001');

  // A deadline that runs from the receipt of the letter.
  await hand.begin('Deadline');
  await hand.link('Rule', 'stated in days by an agency order');
  await hand.write('Day the time starts', stage.threeDaysAgo);
  await hand.write('Length of the period', '14');
  await hand.see(/^Last day/);
  await hand.write('Title', 'Report of suspended access');
  await hand.link('Record', 'Letter', 'What starts the time');
  await hand.write('Which of its dates', 'Received', 'What starts the time');
  await hand.record('Record deadline');
  await shown(page(), 'DL-001');
  await hand.see('Why this date');

  // The amendment narrows clause 1; the courier's slip shows that the letter came two days later.
  await order(hand, 'Amendment of the letter', stage.yesterday, 'Access by any foreign person as defined in 15 CFR 772.1 shall cease.', 'Letter');
  await shown(page(), 'ORD-002');
  await hand.move('Received');
  await hand.see('ORD-002 is now “Received”.');
  await scopeRule(hand, 'Amendment', 'Heron', 'any foreign person as defined in 15 CFR 772.1', 'Nationality', 'Foreign person as in 15 CFR 772.1');
  await shown(page(), 'SCO-002');
  await hand.move('In use');
  await hand.see('SCO-002 is now “In use”.');
  await hand.visit('Orders');
  await page().getByRole('main').getByRole('link', { name: 'ORD-001' }).first().click();
  await shown(page(), 'ORD-001');
  await hand.press('button', 'Edit');
  await hand.write('Received', stage.yesterday);
  await hand.record('Save');
  await hand.see('ORD-001 saved.');

  // What would change, before and after, and only then recorded.
  await hand.visit('Whom orders reach');
  await hand.press('link', 'Who still has access');
  await hand.see('To be determined again');
  await page().getByRole('checkbox', { name: 'Determine DET-001 again' }).check();
  await hand.write('Reason', 'Clause 1 was replaced');
  await hand.press('button', 'Replace 1 determination');
  await hand.see('1 determination replaced by proposed ones.');
  await hand.see('DET-002');

  await hand.visit('Deadlines');
  await hand.press('link', '1 date would move');
  await page().locator('ins').first().waitFor();
  await page().getByRole('checkbox', { name: 'Record the new date of DL-001' }).check();
  await hand.write('Reason', 'The courier’s slip shows the day');
  await hand.press('button', 'Record 1 new date');
  await hand.see('Every date follows from what is recorded.');

  // The calendar leaves.
  await hand.visit('Deadlines');
  await hand.press('button', 'Export…');
  await hand.choose('As', 'Calendar (.ics)');
  await page().getByLabel('With titles').check();
  await page().getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click();
  await hand.see(/1 record went to .*\.ics\./);
  await page().getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
}

/** An order with clause 1; where it amends another, the clause takes the place of that one's. */
async function order(hand: Hand, title: string, day: string, quotation: string, amended?: string): Promise<void> {
  await hand.begin('Order');
  await hand.write('Title', title);
  await hand.choose('Instrument', 'Letter informing of a license requirement');
  await hand.choose('Form we have seen', 'Original');
  await hand.choose('Legal authority', 'Stated');
  await hand.write('Effective', day);
  await hand.write('Received', day);
  if (amended === undefined) await hand.link('Models', 'Heron');
  await hand.press('button', 'Add to “Clauses”');
  await hand.write('Clause', '1', 'Clauses 1');
  await hand.write('Quotation', quotation, 'Clauses 1');
  if (amended !== undefined) {
    await hand.choose('Change of an earlier clause', 'Replaces', 'Clauses 1');
    await hand.link('Order it changes', amended, 'Clauses 1');
    await hand.write('Clause it changes', '1', 'Clauses 1');
  }
  await hand.record('Record order');
}

async function scopeRule(hand: Hand, order: string, model: string, persons: string, test: string, nationality?: string): Promise<void> {
  await hand.begin('Scope rule');
  await hand.link('Order', order);
  await hand.write('Clause', '1');
  await hand.choose('Rule', 'Barred');
  await hand.write('The class in the order’s words', persons);
  await hand.press('button', 'Add to “Class of persons”');
  await hand.choose('Part', 'Must', 'Class of persons 1');
  await hand.choose('Test', test, 'Class of persons 1');
  if (nationality !== undefined) await hand.choose('Test of nationality', nationality, 'Class of persons 1');
  await hand.link('Models', model);
  await hand.record('Record scope rule');
}
