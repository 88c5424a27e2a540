import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsOf, isForeignPersonEar, type Recorded, type Relation } from '../../law/scope/person-facts.ts';
import { besideEar, ruling, type Result } from '../../law/scope/ruling.ts';
import { isKind } from '../kinds.ts';
import { datedCase } from '../samples/dated.ts';
import { reportedCase } from '../samples/reported.ts';
import type { Sample } from '../samples/sample.ts';
import { scopeOf, type Scope } from './scope-of.ts';

const today = '2026-11-24';
function scopeIn(sample: Sample, order: string, day = today): Scope {
  const all = sample.records;
  const orders = all.filter((one) => isKind(one, 'order'));
  const asked = orders.find(({ id }) => id === order);
  if (!asked) throw new Error(`no order ${order}`);
  return scopeOf(asked, { orders, rules: all.filter((one) => isKind(one, 'scope_rule')), ambiguities: all.filter((one) => isKind(one, 'ambiguity')) }, day, today);
}

/** What a person can be. Everything that is recorded is true of one or more of these, or of none and then contradicts itself. */
type Status = 'citizen' | 'national' | 'resident' | 'shielded' | 'other';
interface World {
  readonly status: Status;
  readonly government: boolean;
}
const worlds: readonly World[] = (['citizen', 'national', 'resident', 'shielded', 'other'] as const).flatMap((status) =>
  [true, false].map((government) => ({ status, government })),
);

/** The orders in the words of their clauses and of the readings adopted, over somebody of whom everything is known. */
const inWords: Readonly<Record<string, (world: World) => boolean>> = {
  restriction: ({ status }) => status !== 'citizen',
  letter: ({ status, government }) => status !== 'citizen' && status !== 'national' && !government,
};

/** Whether what is recorded can be true of somebody like this: written from the law, not from the engine. */
function canBe(recorded: Recorded, { status, government }: World): boolean {
  const { usPerson, citizenships, permanentResident, protectedIndividual, employer, relation } = recorded;
  if (usPerson !== undefined && usPerson !== (status !== 'other')) return false;
  if (citizenships?.includes('US') && status !== 'citizen') return false;
  if (citizenships?.includes('AS') && !citizenships.includes('US') && status !== 'national') return false;
  if (citizenships && !citizenships.includes('US') && !citizenships.includes('AS') && (status === 'citizen' || status === 'national')) return false;
  const american = citizenships?.includes('US') === true || citizenships?.includes('AS') === true;
  // A mark of permanent residence that was left standing after naturalization says nothing more.
  if (permanentResident === true && status !== 'resident' && !american) return false;
  if (permanentResident === false && status === 'resident') return false;
  // Citizens, nationals and permanent residents are protected individuals too; “no” in the column means none of the categories of its own.
  if (protectedIndividual === true && status === 'other') return false;
  if (protectedIndividual === false && status === 'shielded') return false;
  if (employer !== undefined) return government === (employer === 'US Government');
  return !(relation === 'employee' && government);
}

function bruteForce(recorded: Recorded, barred: (world: World) => boolean): Result {
  const someone = worlds.filter((world) => canBe(recorded, world));
  // What contradicts itself says nothing of the status; where somebody works it may say all the same.
  const { employer, relation } = recorded;
  const possible = (someone.length > 0 ? someone : worlds.filter((world) => canBe({ employer, relation }, world))).map(barred);
  return possible.every(Boolean) ? 'barred' : possible.some(Boolean) ? 'undetermined' : 'not_barred';
}

const yesNo = [undefined, true, false];
const everyCombination: readonly Recorded[] = yesNo.flatMap((usPerson) =>
  [undefined, ['US'], ['AS'], ['GB'], ['US', 'CA'], ['AS', 'GB'], ['IN', 'GB']].flatMap((citizenships) =>
    yesNo.flatMap((permanentResident) =>
      yesNo.flatMap((protectedIndividual) =>
        [undefined, 'US Government', 'Corvane Research'].flatMap((employer) =>
          [undefined, 'employee', 'customer'].map((relation) => ({
            ...(usPerson !== undefined && { usPerson }),
            ...(citizenships && { citizenships }),
            ...(permanentResident !== undefined && { permanentResident }),
            ...(protectedIndividual !== undefined && { protectedIndividual }),
            ...(employer !== undefined && { employer }),
            // Proof of the cast: the names stand two lines above.
            ...(relation !== undefined && { relation: relation as Relation }),
          })),
        ),
      ),
    ),
  ),
);

const orders: readonly (readonly [string, Scope])[] = [
  ['restriction', scopeIn(reportedCase, 'restriction')],
  ['letter', scopeIn(datedCase(), 'letter')],
];

for (const [name, scope] of orders) {
  test(`${name}: over every combination of facts the formula says what going through every possible person says`, () => {
    const counts: Record<Result, number> = { barred: 0, not_barred: 0, undetermined: 0 };
    for (const recorded of everyCombination) {
      const { result, missing } = ruling(scope.rules, factsOf(recorded));
      const barred = inWords[name];
      if (!barred) throw new Error('an order without words');
      expect({ recorded, result }).toEqual({ recorded, result: bruteForce(recorded, barred) });
      expect(result === 'undetermined').toBe(missing.length > 0);
      counts[result]++;
    }
    expect(Object.values(counts).every((count) => count > 50)).toBe(true);
    expect(everyCombination).toHaveLength(1701);
  });

  test(`${name}: what is true of somebody and comes to be known turns barred into not barred only by the clause that says so`, () => {
    const one = fc.constantFrom(...worlds).chain((world) => fc.tuple(fc.constant(world), fc.constantFrom(...everyCombination.filter((recorded) => canBe(recorded, world)))));
    fc.assert(
      fc.property(one, fc.subarray(['usPerson', 'citizenships', 'permanentResident', 'protectedIndividual', 'employer', 'relation'] as const), ([, whole], kept) => {
        const less: Recorded = Object.fromEntries(Object.entries(whole).filter(([fact]) => (kept as readonly string[]).includes(fact)));
        const [before, after] = [ruling(scope.rules, factsOf(less)), ruling(scope.rules, factsOf(whole))];
        // A stale mark of residence is no fact: it is what the list of citizenships corrects.
        const stale = whole.permanentResident === true && (whole.citizenships?.includes('US') === true || whole.citizenships?.includes('AS') === true);
        if (stale || before.result === 'undetermined' || after.result === before.result) return;
        // Where an employer comes to be known that a clause excepts, that clause is named; nothing else turns a result.
        expect([before.result, after.result, after.why, after.rule?.clause]).toEqual(['barred', 'not_barred', 'excepted', '6']);
      }),
      { numRuns: 2000 },
    );
  });
}

test('the EAR test is answered by going through every possible person too', () => {
  for (const recorded of everyCombination) {
    const foreign = bruteForce(recorded, ({ status }) => status === 'other');
    const says = isForeignPersonEar(factsOf(recorded));
    expect({ recorded, says }).toEqual({ recorded, says: { barred: true, not_barred: false, undetermined: null }[foreign] });
  }
});

test('citizenship or nationality of the United States ends the EAR test, and no other nationality is asked for', () => {
  for (const citizenships of [['US'], ['US', 'CN'], ['AS'], ['PR'], ['GU', 'CU']])
    expect(besideEar({ result: 'not_barred' }, factsOf({ citizenships })).ear).toBe('not_foreign_person');
  expect(ruling(scopeIn(reportedCase, 'restriction').rules, factsOf({ usPerson: true })).missing).not.toContain('citizenships');
});

test('permanent residents and protected individuals are where the two tests part', () => {
  const { rules } = scopeIn(datedCase(), 'letter');
  const differs = (recorded: Recorded): boolean => besideEar(ruling(rules, factsOf({ relation: 'employee', ...recorded })), factsOf(recorded)).differs;
  expect(differs({ citizenships: ['GB'], permanentResident: true })).toBe(true);
  expect(differs({ citizenships: ['GB'], permanentResident: false, protectedIndividual: true })).toBe(true);
  expect(differs({ citizenships: ['GB'], permanentResident: false, protectedIndividual: false })).toBe(false);
  expect(differs({ citizenships: ['US', 'GB'] })).toBe(false);
  expect(differs({ usPerson: true })).toBe(true);
});
