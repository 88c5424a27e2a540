import { describe, expect, test } from 'vitest';
import { unless } from '../end-to-end/unless.ts';
import type { Profile } from '../../main/filings/press/press.ts';
import type { Template } from '../../main/filings/press/paper.ts';
import { against, fonts, information, missing, noVeraPdf, overflow, qpdfCheck, structure, written, wrongPages } from './pdf-tools.ts';
import { orderFor, plainWords, pressOrder } from './pressed-sample.ts';

const papers: readonly (readonly [Template, Profile])[] = [
  ['order-summary', 'internal'],
  ['order-summary', 'outgoing'],
  ['status-report', 'internal'],
  ['status-report', 'outgoing'],
  ['access-status', 'internal'],
];

describe.each(papers)('%s, %s', async (document, profile) => {
  const order = orderFor(document, profile, plainWords);
  const first = await pressOrder(order);
  const file = written(`${document}-${profile}.pdf`, first.pdf);

  test('the same order gives the same bytes', async () => {
    expect((await pressOrder(order)).sha256).toBe(first.sha256);
  });
  unless(noVeraPdf)('veraPDF passes it as PDF/A and as PDF/UA-1, with both claims made', () => {
    expect(against([profile === 'internal' ? '3a' : '2a', 'ua1'], file)).toBe('');
  });
  unless(missing)('qpdf finds nothing wrong', () => {
    expect(qpdfCheck(file)).toMatchObject({ code: 0 });
  });
  unless(missing)('every font is embedded as a subset with a Unicode map', () => {
    expect(new Set(fonts(file))).toEqual(new Set(['yes yes yes']));
  });
  unless(missing)('headings, tables with row and column headers and lists are tagged', () => {
    const tags = structure(file);
    for (const tag of ['H1', 'Table', 'THead', 'TBody', 'TH', 'TD', 'L', 'LI', 'Link']) expect(tags).toMatch(new RegExp(`^ *${tag}(?: |:|$)`, 'm'));
    expect(tags).toContain('/Scope /Column');
    expect(tags).toContain('/Scope /Row');
  });
  unless(missing)('page numbers, contents and continued marks are right, and no word stands outside the text or on another', () => {
    expect(wrongPages(file, first.pages)).toEqual([]);
    expect(overflow(file)).toEqual([]);
  });
  unless(missing)('its information is a title, a producer and a day', () => {
    const lines = information(file)
      .split('\n')
      .filter((line) => /^(Title|Subject|Keywords|Author|Creator|Producer|CreationDate|ModDate):/.test(line))
      .map((line) => line.split(':')[0]);
    expect(lines).toEqual(['Title', 'Producer', 'CreationDate', 'ModDate']);
  });
});
