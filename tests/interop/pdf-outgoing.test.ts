import { expect } from 'vitest';
import { unless } from '../end-to-end/unless.ts';
import type { Fill } from '../../main/filings/filled-case.test-support.ts';
import type { Template } from '../../main/filings/press/paper.ts';
import { everything, missing, structure, text, written } from './pdf-tools.ts';
import { orderFor, pressOrder } from './pressed-sample.ts';

/** A word for every field of every record, found nowhere else, and where it was put. */
function markers() {
  const placed = new Map<string, { readonly where: string; readonly narrow: boolean }>();
  const fill: Fill = (record, path, field) => {
    const word = `Mrk${String(placed.size).padStart(4, '0')}q`;
    const narrow =
      record.privilege !== 'none' ||
      record.audience === 'internal' ||
      field.privilege !== undefined ||
      field.audience !== undefined ||
      ['terms', 'review'].some((name) => path.includes(`${name}.`));
    placed.set(word, { where: `${record.number} ${path}`, narrow: narrow && record.kind !== 'filing' });
    return word;
  };
  return { placed, fill };
}

for (const document of ['order-summary', 'status-report'] as const satisfies readonly Template[]) {
  unless(missing)(`an outgoing ${document} holds no privileged, internal or unprinted word anywhere in the file`, async () => {
    const { placed, fill } = markers();
    const order = orderFor(document, 'outgoing', fill);
    const { pdf } = await pressOrder(order);
    const file = written(`canary-${document}.pdf`, pdf);
    const found = markersIn(everythingIn(file)).map((word) => [word, placed.get(word)] as const);
    const printed = text(file).replaceAll(/[\s-]/g, '');
    expect(found.filter(([, place]) => place?.narrow !== false)).toEqual([]);
    expect(found.filter(([word]) => !printed.includes(word))).toEqual([]);
    // The extraction does find what is there: dozens of fields are printed.
    expect(found.length).toBeGreaterThan(25);
    expect(structure(file)).not.toBe('');
  });

  unless(missing)(`an internal ${document} holds the privileged words and carries its data`, async () => {
    const { placed, fill } = markers();
    const { pdf } = await pressOrder(orderFor(document, 'internal', fill));
    const all = everythingIn(written(`control-${document}.pdf`, pdf));
    expect(markersIn(all).filter((word) => placed.get(word)?.narrow).length).toBeGreaterThan(5);
    expect(all).toContain(`${document}.json`);
    expect(all).toContain('INTERNAL–PRIVILEGEDDRAFT');
  });

  unless(missing)(`an outgoing ${document} says nothing of the program, the journal or the file it was made from`, async () => {
    const { fill } = markers();
    const all = everythingIn(written(`neutral-${document}.pdf`, (await pressOrder(orderFor(document, 'outgoing', fill))).pdf));
    for (const word of ['Cordon', 'Journalcheckpoint', 'attached', '/EmbeddedFile', '/JavaScript', '/AF', 'PRIVILEGED', 'notconfirmed', 'C:\\', '/home/', '/tmp/'])
      expect(all).not.toContain(word);
  });
}

const markersIn = (words: string): string[] => [...new Set(words.match(/Mrk\d{4}q/g))];

const read = new Map<string, string>();
function everythingIn(file: string): string {
  const known = read.get(file) ?? everything(file);
  read.set(file, known);
  return known;
}
