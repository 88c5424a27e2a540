import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scatter } from '../../bench/large-vault.ts';
import { noWindow, openFakeWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { askPage } from './ask-page.ts';
import { half, long } from '../fault/seeded.ts';

/** Pages that keep what they were answered while records change, and what every second change is of. */
const every = [
  ['#/docket', 'deadline'],
  ['#/requests', 'evidence_request'],
  ['#/record/ORD-005', 'ORD-005'],
  ['#/list/order', 'order'],
  ['#/list/evidence_request', 'evidence_request'],
  ['#/reach', 'restricted_model'],
  ['#/record/MODEL-003', 'restricted_model'],
] as const;
/** A page of many records, and one of one record. */
const pages = long ? every : half(every.slice(0, 4), true);
const changes = 10;

describe('a page that stays open while records change', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow | undefined;
  afterEach(() => window?.close());

  /** What the page says once it has said the same three times: on a busy machine it may not have asked yet when nothing is asked for a moment. */
  const said = async ({ page, rest }: FakeWindow): Promise<string> => {
    const read: string[] = [];
    do {
      await rest();
      read.push(await page.locator('main').innerText());
    } while (read.length < 3 || new Set(read.slice(-3)).size > 1);
    return read.at(-1) ?? '';
  };

  /** One change as somebody else might make it: a word, a day, a state, a record more or fewer, or the last one taken back. */
  async function changed({ page, vault }: FakeWindow, often: string, random: () => number, last: string | null): Promise<string | null> {
    const of = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
    const there = vault.records.all().filter((record) => !record.removed);
    const kind = random() < 0.5 ? often : of(['deadline', 'evidence_request', 'order', 'party', 'restricted_model', 'remediation_step', 'note'] as const);
    const one = of(there.filter((record) => record.kind === kind || record.number === kind));
    if (one === undefined) return last;
    const day = `2026-${of(['11', '12'])}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
    const word = `Changed ${Math.floor(random() * 1000)}`;
    const title = one.kind === 'party' || one.kind === 'restricted_model' ? 'name' : 'title';
    const seq = vault.records.lastOf(one.id)?.seq ?? 0;
    const dated = { deadline: { date: { certainty: 'exact', day }, method: 'manual' }, evidence_request: { asked: { certainty: 'exact', day } } }[kind as string] ?? {};
    const what = random();
    const told =
      what < 0.3
        ? await askPage(page, 'records.update', { id: one.id, seq, fields: { [title]: word } })
        : what < 0.55
          ? await askPage(page, 'records.update', { id: one.id, seq, fields: dated, tags: [word] })
          : what < 0.7
            ? await askPage(page, 'records.move', { id: one.id, to: of(['met', 'sent', 'complied', 'in_effect', 'blocked', 'in_progress', 'superseded']) ?? '' })
            : what < 0.8
              ? await askPage(page, 'records.remove', { id: one.id, reason: 'entered twice' })
              : what < 0.9 || last === null
                ? await askPage(page, 'records.create', { kind: one.kind, caseId: one.caseId, fields: { ...one.fields, [title]: word } })
                : await askPage(page, 'records.undo', { act: last });
    return told.ok && what < 0.9 ? told.reply.act : null;
  }

  test.each(pages)('%s says what it says when it is opened anew, whatever was changed meanwhile', async (address, often) => {
    window = await openFakeWindow({}, address);
    const { page } = window;
    await page.getByRole('heading', { level: 1 }).waitFor();
    await window.rest();
    const random = scatter(Number(process.env['CORDON_SEED'] ?? 7) + address.length);
    const before = await said(window);
    let last: string | null = null;
    for (let i = 0; i < changes; i++) last = await changed(window, often, random, last);
    const kept = await said(window);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    // What is opened anew comes to it by and by; a page that had kept something old never would.
    const anew = window;
    await expect.poll(() => said(anew), { timeout: 30_000 }).toBe(kept);
    // Had nothing of it changed, it would be easy.
    expect(kept).not.toBe(before);
  });
});
