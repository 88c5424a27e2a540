import type { Keyboard } from './keyboard.ts';
import { passphrase, vaultName, type Stage } from './story.ts';

/** The story of `story.ts` as somebody tells it who knows the keys: no mouse at all. */
export async function storyByKeyboard(keys: Keyboard, stage: Stage): Promise<void> {
  await newVault(keys, stage);

  await begin(keys, 'c', /New case/);
  await keys.type('textbox', 'Title', 'Heron 2 restriction');
  await keys.press('Control+Enter');
  await keys.shown(/^CASE-001/);

  await begin(keys, 'm', /New restricted model/);
  await keys.type('textbox', 'Name', 'Heron 2');
  await keys.press('Control+Enter');
  await keys.shown(/^MODEL-001/);

  await order(keys, stage);

  await begin(keys, 'd', /New deadline/);
  await keys.type('combobox', 'Rule', 'stated in days by an agency order');
  await keys.next('textbox', 'Day the time starts', 'today');
  await keys.next('textbox', 'Length of the period', '14');
  await keys.see(/^Last day/);
  await keys.next('textbox', 'Title', 'Report of suspended access');
  await keys.press('Control+Enter');
  await keys.shown(/^DL-001/);
  await keys.see('Why this date');

  await begin(keys, 'r', /New evidence request/);
  await keys.type('textbox', 'Title', 'Evidence behind the restriction');
  await keys.next('combobox', 'Direction', 'to the gov');
  await keys.press('Tab');
  await keys.at('combobox', 'To');
  await keys.next('textbox', 'Asked', 'today');
  // Begun on the page of the order's deadline: it is about the order.
  await keys.see(/ORD-001/);
  await keys.press('Alt+Shift+I');
  await keys.at('textbox', 'Item', 'Items 1');
  await keys.next('textbox', 'What is asked', 'The reports of misuse that the letter relies on.', 'Items 1');
  await keys.next('combobox', 'Answer', 'not provided', 'Items 1');
  await keys.press('Control+Enter');
  await keys.shown(/^REQ-001/);
  await keys.see('Not provided in detail');
  await keys.press('w');
  await keys.see('REQ-001 is now “Sent”.');

  await stage.pickFile(stage.exhibit, async () => {
    await keys.press('n');
    await keys.press('e');
    keys.answered();
  });
  await keys.at('textbox', 'Custodian');
  await keys.press('Enter');
  await keys.see('What was taken in');
  await keys.see('EX-001');
  await keys.at('button', 'Close');
  await keys.press('Enter');

  await begin(keys, 'p', /New remediation plan/);
  await keys.type('textbox', 'Title', 'Way back for Heron 2');
  await keys.next('combobox', 'Type', 'separation');
  await keys.next('combobox', 'Under', 'ORD-001');
  await keys.next('combobox', 'Models', 'Heron');
  await keys.press('Control+Enter');
  await keys.shown(/^PLAN-001/);

  await keys.press('Control+n');
  await keys.shown(/New remediation step/);
  await keys.type('textbox', 'Title', 'Identity check on the console');
  await keys.command('evidence', 'Evidence');
  await keys.type('combobox', 'Evidence', 'served');
  await keys.press('Control+Enter');
  await keys.shown(/^STEP-001/);
  await keys.press('Alt+ArrowLeft');
  await keys.shown(/^PLAN-001/);
  await keys.see('Identity check on the console');
  await keys.press('F6');
  await keys.at('listitem', /^STEP-001 .*, Planned$/);
  await keys.press('Shift+ArrowRight');
  await keys.see('STEP-001 is now “In progress”.');
  await keys.at('listitem', /^STEP-001 .*, In progress$/);
  await keys.press('Shift+ArrowRight');
  await keys.see('STEP-001 is now “Implemented”.');

  await paper(keys, stage, 'o', 'ORD-001');
  await paper(keys, stage, 's', 'MODEL-001');

  await keys.press('Control+l');
  await stage.nextPage();
  await keys.see('Locked. What you were typing is sealed in the vault and opens where you left it.');
  await keys.type('password', 'Passphrase', passphrase);
  await keys.press('Enter');
  // Where one was.
  await keys.shown(/Make a PDF/);
  await keys.command('verify', 'Verify the vault');
  await keys.see(/Everything agrees\./);
}

async function begin(keys: Keyboard, letter: string, heading: RegExp): Promise<void> {
  await keys.press('n');
  await keys.press(letter);
  await keys.shown(heading);
}

async function newVault(keys: Keyboard, { page }: Stage): Promise<void> {
  await keys.shown(/No vault yet/);
  await keys.at('button', 'New vault…');
  await keys.press('Enter');
  await keys.type('textbox', 'Name of the vault', vaultName);
  await keys.next('textbox', 'Your name', 'A. Counsel');
  await keys.next('password', 'Passphrase', passphrase);
  await keys.next('password', 'Passphrase, once more', passphrase);
  await keys.press('Enter');
  await page().getByRole('heading', { name: 'Recovery key' }).waitFor({ timeout: 60_000 });
  // What a person reads off the screen onto paper.
  const words = (await page().getByRole('main').getByRole('listitem').allTextContents()).map((line) => line.replace(/^\d+/, ''));
  await keys.press('Tab');
  await keys.at('button', 'I have them on paper');
  await keys.press('Enter');
  const fields = page().getByRole('textbox', { name: /^Word \d+$/ });
  await fields.first().waitFor();
  const labels = await fields.evaluateAll((all) => all.map((one) => (one instanceof HTMLInputElement ? (one.labels?.[0]?.textContent ?? '') : '')));
  for (const [i, label] of labels.entries()) {
    const word = words[Number(/\d+/.exec(label)?.[0]) - 1] ?? '';
    if (i === 0) await keys.type('textbox', label, word);
    else await keys.next('textbox', label, word);
  }
  await keys.press('Enter');
  await keys.see('Nothing is due.');
}

async function order(keys: Keyboard, { page }: Stage): Promise<void> {
  await begin(keys, 'o', /New order/);
  // Begun on the page of the model: that is the model it is about.
  await keys.see(/MODEL-001\s+/);
  await keys.type('textbox', 'Title', 'Letter on access to Heron 2');
  await keys.next('combobox', 'Instrument', 'informing');
  await keys.next('combobox', 'Form we have seen', 'original');
  await keys.next('combobox', 'Legal authority', 'stated');
  await keys.press('Tab');
  await keys.at('combobox', 'Issuer');
  await keys.press('Tab');
  await keys.at('combobox', 'Models');
  await keys.next('textbox', 'Effective', 'today');
  await keys.next('textbox', 'Received', 'today');
  await keys.press('Alt+Shift+C');
  await keys.at('textbox', 'Clause', 'Clauses 1');
  await keys.next('textbox', 'Quotation', 'Access by any foreign person shall cease until a license is issued.', 'Clauses 1');
  await keys.press('Alt+Shift+O');
  await keys.at('textbox', 'Number', 'Obligations 1');
  await keys.next('textbox', 'Clause', '1', 'Obligations 1');
  await keys.next('textbox', 'What must be done', 'Bar access by foreign persons.', 'Obligations 1');
  await keys.press('Control+Enter');
  await keys.shown(/^ORD-001/);
  await keys.see('Access by any foreign person shall cease until a license is issued.');
  await keys.press('w');
  await keys.see('ORD-001 is now “Received”.');
  await keys.press('3');
  await page().getByRole('tab', { name: 'Whom it reaches', selected: true }).waitFor();
}

async function paper(keys: Keyboard, { page, savesByDialog }: Stage, letter: string, about: string): Promise<void> {
  await keys.press('p');
  await keys.press(letter);
  await keys.shown(/Make a PDF/);
  // There is only one that it can be about.
  await page()
    .getByRole('combobox')
    .and(page().locator(`[value^="${about}"]`))
    .waitFor();
  await keys.see(/Nothing stands in the way|findings? to know of/);
  await keys.press('Control+Enter');
  if (savesByDialog) keys.answered();
  await keys.see(/Saved as /);
}
