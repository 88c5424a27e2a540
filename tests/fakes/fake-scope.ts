import type { Contract } from '../../shared/contract/contract.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { isKind, kindNamed } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { redeterminations } from '../../shared/records/views/redetermination.ts';
import { accessNow } from '../../shared/records/views/still-has-access.ts';
import { reachOf } from '../../shared/records/views/reach.ts';
import { statusOn } from '../../shared/records/views/status-on.ts';
import { copied } from '../../main/bridge/handlers/scope.ts';
import type { Handlers } from '../../main/bridge/serve.ts';
import type { FakeDesk } from './fake-work.ts';

type Names =
  | 'records.sealed'
  | 'scope.reach'
  | 'scope.status'
  | 'scope.access'
  | 'scope.redetermine'
  | 'screening.look'
  | 'screening.run'
  | 'screening.differing'
  | 'screening.export'
  | 'roster.due'
  | 'roster.purge';
const caseOf = (all: readonly AnyRecord[], caseId: string | null): readonly AnyRecord[] => (caseId === null ? all : all.filter((one) => one.caseId === caseId));
const sourcesOf = (all: readonly AnyRecord[]) => ({
  orders: all.filter((one) => isKind(one, 'order')),
  rules: all.filter((one) => isKind(one, 'scope_rule')),
  ambiguities: all.filter((one) => isKind(one, 'ambiguity')),
});

/** Scope over the records in memory, by the functions that the vault uses; screening of a roster that is only pretended. */
export function scopeHandlersOver({ records, tick, changed, today }: FakeDesk & { readonly today: () => string }): Pick<Handlers<Contract>, Names> {
  return {
    'scope.reach': ({ order: number, day, asOf }) => {
      const order = records.get(number, asOf);
      if (!isKind(order, 'order')) return refuse({ code: 'record-not-found', number });
      const around = caseOf(records.all(asOf), order.caseId);
      return copied(
        reachOf(
          order,
          sourcesOf(around),
          around.filter((one) => isKind(one, 'restricted_model')),
          day ?? today(),
          today(),
        ),
      );
    },
    'scope.status': ({ caseId, day, first, asOf }) => {
      const around = caseOf(records.all(asOf), caseId);
      return copied(
        statusOn(
          around.filter((one) => isKind(one, 'restricted_model')),
          sourcesOf(around),
          day ?? today(),
          today(),
          first,
        ),
      );
    },
    'records.sealed': ({ kind, text, limit }) => ({
      rows: records
        .all()
        .filter((one) => one.kind === kind)
        .map((one) => ({ id: one.id, number: one.number, title: kindNamed(kind)?.title(one.fields) ?? '' }))
        .filter(({ number, title }) => `${number} ${title}`.toLowerCase().includes(text.trim().toLowerCase()))
        .slice(-limit),
    }),
    'scope.access': ({ caseId, asOf }) => {
      const around = caseOf(records.all(asOf), caseId);
      const numberOf = (id: string): string => around.find((one) => one.id === id)?.number ?? '';
      const determinations = around.filter((one) => isKind(one, 'access_determination'));
      const persons = around.filter((one) => isKind(one, 'person'));
      const models = around.filter((one) => isKind(one, 'restricted_model'));
      const groups = around.filter((one) => isKind(one, 'audience'));
      return copied({
        ...accessNow({ determinations, sealed: 0, groups, models, persons, numberOf }),
        again: redeterminations({ ...sourcesOf(around), determinations, persons, models, changedAt: () => 0 }, today()),
      });
    },
    'scope.redetermine': ({ numbers, reason }) => {
      const done = records.act(
        tick(),
        reason,
        numbers.map((number) => ({ verb: 'update', record: { ...records.get(number), state: 'superseded' } })),
        today(),
      );
      changed(done);
      return { act: done.act, made: numbers };
    },
    'screening.look': () => ({
      name: 'roster November.csv',
      bytes: 49_155_681,
      encoding: 'utf-8',
      delimiter: ',',
      head: ['Badge', 'us_person', 'citizenships', 'employer', 'relation', 'Cost center'],
      sample: [
        ['p-1', '', 'US', 'Corvane Research', 'employee', '4110'],
        ['p-2', '', 'GB', 'Corvane Research', 'employee', '4110'],
        ['p-3', 'no', '', 'Halden Compute', 'contractor', '2200'],
      ],
      mapping: { us_person: 'us_person', citizenships: 'citizenships', employer: 'employer', relation: 'relation' },
      savedFrom: null,
    }),
    'screening.run': async ({ order: number, day, mapping }, { signal, tell }) => {
      const order = records.get(number);
      for (let step = 0; step <= 10; step++) {
        if (signal.aborted) refuse({ code: 'cancelled' });
        tell({ bytes: step * 4_915_568, of: 49_155_681, rows: step * 100_000 });
        await new Promise((resolve) => setTimeout(resolve, 80));
      }
      const screening = records.nextNumber('screening');
      const clause = {
        order: number,
        clause: '1',
        definition: '“any foreign national”: Anyone who is not a citizen or national of the United States (AMB-003, reading a, adopted for the class by General Counsel)',
      };
      changed(
        records.keep(tick(), null, [
          {
            verb: 'create',
            record: {
              id: `screening-${records.entries.length}`,
              kind: 'screening',
              number: screening,
              caseId: order.caseId,
              state: 'done',
              audience: 'internal',
              privilege: 'none',
              tags: [],
              fields: {
                order: order.id,
                orderSeq: records.entries.length,
                day: day ?? today(),
                file: { name: 'roster November.csv', bytes: 49_155_681, sha256: 'ab'.repeat(32), encoding: 'utf-8', delimiter: ',' },
                head: ['Badge', 'us_person', 'citizenships', 'employer', 'relation', 'Cost center'],
                mapping: Object.entries(mapping).map(([column, header]) => ({ column, header })),
                rows: 1_000_000,
                counts: { barred: 666_667, not_barred: 250_000, undetermined: 83_333 },
                reasons: [
                  { ...clause, result: 'not_barred', why: 'not-in-class', missing: [], rows: 250_000 },
                  { ...clause, result: 'barred', why: 'in-class', missing: [], rows: 666_667 },
                  { ...clause, result: 'undetermined', why: 'not-known', missing: ['us_person', 'citizenships'], rows: 83_333 },
                ],
                beside: [
                  { result: 'barred', ear: 'not_foreign_person', differs: true, rows: 41_208 },
                  { result: 'barred', ear: 'foreign_person', differs: false, rows: 625_459 },
                  { result: 'not_barred', ear: 'not_foreign_person', differs: false, rows: 250_000 },
                  { result: 'undetermined', ear: 'undetermined', differs: false, rows: 83_333 },
                ],
                badLines: [{ line: 40_112, why: 'it has 5 cells, and the head has 6' }],
                badLineCount: 1,
                notUnderstood: [{ column: 'citizenships', firstLine: 1_207, rows: 3 }],
                results: { sha256: 'cd'.repeat(32), bytes: 25_400_000 },
                otherControls: 'other controls not assessed (lists, end use, sanctions, General Prohibition Ten)',
              },
            },
          },
        ]),
      );
      return { number: screening, rows: 1_000_000, badLines: 1 };
    },
    'roster.due': ({ caseId }) => ({
      due: caseOf(records.all(), caseId)
        .filter((one) => isKind(one, 'roster'))
        .filter((one) => one.state === 'kept' && one.fields.purgeOn <= today())
        .map((one) => ({ number: one.number, purgeOn: one.fields.purgeOn })),
    }),
    'roster.purge': ({ number, reason }) => {
      const { sealed: _gone, ...fields } = records.get(number).fields;
      changed(records.keep(tick(), reason, [{ verb: 'move', record: { ...records.get(number), state: 'purged', fields: { ...fields, purgedOn: today() } } }]));
      return { number };
    },
    'screening.differing': ({ skip, limit }) => ({
      rows: Array.from({ length: Math.min(limit, 41_208 - skip) }, (_, i) => ({ id: `p-${skip + i}`, result: 'barred' as const, ear: 'not_foreign_person' as const })),
      more: skip + limit < 41_208,
    }),
    'screening.export': () => ({ file: 'screening.csv', release: 'REL-001', bytes: 16_000_000 }),
  };
}
