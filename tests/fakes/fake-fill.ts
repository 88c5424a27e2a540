import { dayText, parseDay } from '../../shared/calendar/day.ts';
import { momentAt } from '../../shared/calendar/instant.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import { datedCase } from '../../shared/records/samples/dated.ts';
import { reportedCase } from '../../shared/records/samples/reported.ts';
import type { FakeRecords } from './fake-records.ts';
import type { FakeSetting } from './fake-vault.ts';

/** Both sample cases, entered over some days, and as many more deadlines as are asked for. */
export function fillFake(records: FakeRecords, { now, zone, more = 0 }: FakeSetting): void {
  const today = dayText(momentAt(now, zone).day);
  const numbered = new Map<string, number>();
  const all = [reportedCase, datedCase(today)].flatMap((sample) => sample.records);
  const batches = Math.max(1, Math.ceil(all.length / 40));
  all.forEach((record, i) => {
    // Both samples count from one; in one vault the second goes on where the first ended.
    const count = (numbered.get(record.kind) ?? 0) + 1;
    numbered.set(record.kind, count);
    const number = `${kindNamed(record.kind)?.prefix ?? 'REC'}-${String(count).padStart(3, '0')}`;
    records.keep(now - (batches - Math.floor(i / 40)) * 5_400_000 * 3, null, [{ verb: 'create', record: { ...record, number, tags: [...record.tags] } }]);
  });
  const caseId = all.find((record) => record.kind === 'case')?.id ?? null;
  const deadline = all.find((record) => record.kind === 'deadline' && record.fields['answer'] !== undefined);
  for (let i = 0; i < more && deadline; i++) {
    const day = dayText((parseDay(today) ?? 0) + (i % 120));
    records.keep(now, null, [
      {
        verb: 'create',
        record: {
          ...deadline,
          state: 'active',
          id: `more-${i}`,
          number: `DL-${100 + i}`,
          caseId,
          fields: { title: `Deadline ${i + 1} of many, to see a long list`, method: 'manual', side: 'ours', owner: 'Export counsel', date: { certainty: 'exact', day } },
        },
      },
    ]);
  }
}
