import { expect, test } from 'vitest';
import { makeTestVault } from '../../main/records/test-vault.ts';
import { onDocket, standingOf } from '../../renderer/pages/docket/groups.ts';
import { lookingAt } from '../../shared/records/binding-hour.ts';

const at = lookingAt(Date.UTC(2031, 0, 10, 15), 'UTC');

test('what the docket counts at a glance is what the table of records holds', async () => {
  const home = await makeTestVault();
  try {
    await home.records.change(null, (w) => {
      const { id: caseId } = w.create('case', { caseId: null, fields: { title: 'A case' } });
      const due = (day: string | null, side: 'ours' | 'theirs' = 'ours') =>
        w.create('deadline', { caseId, fields: { title: `Due ${day}`, method: 'manual', side, ...(day !== null && { date: { certainty: 'exact', day } }) } }).id;
      for (const day of ['2030-12-01', '2031-01-09', '2031-01-10', '2031-01-17', '2031-01-18', '2031-02-09', '2031-02-10', null]) due(day);
      for (const day of ['2031-01-02', '2031-01-12', null]) due(day, 'theirs');
      const closed = due('2031-01-11');
      w.update(closed, { fields: { whyNot: 'Entered twice.' } });
      w.move(closed, 'not_applicable');
    });
    const rows = home.records.reading().list({ closed: false, limit: 200 }).rows.filter(onDocket);
    const sql = (where: string): number =>
      home.vault.reader.prepare<[], number>(`SELECT count(*) FROM record WHERE kind = 'deadline' AND closed = 0 AND ${where}`).pluck().get() ?? 0;
    const ours = `body ->> '$.fields.side' = 'ours'`;
    const counted = {
      overdue: sql(`${ours} AND due < '2031-01-10'`),
      week: sql(`${ours} AND due BETWEEN '2031-01-10' AND '2031-01-17'`),
      month: sql(`${ours} AND due BETWEEN '2031-01-10' AND '2031-02-09'`),
      others: sql(`body ->> '$.fields.side' = 'theirs'`),
    };
    expect(standingOf(rows, at)).toEqual(counted);
    expect(counted).toEqual({ overdue: 2, week: 2, month: 4, others: 3 });
  } finally {
    await home.end();
  }
});
