import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approvalsOf, reviewOf } from '../../shared/records/approvals.ts';
import { deadlineApprovals } from '../../shared/records/kinds/deadline-guards.ts';
import { employmentApprovals } from '../../shared/records/kinds/employment-action.ts';
import { legalHold } from '../../shared/records/kinds/legal-hold.ts';
import { failure } from '../vault/test-vault.ts';
import { openVault, type Vault } from '../vault/vault.ts';
import { openRecords, type Records } from './records.ts';
import { makeTestVault, testPassphrase, type TestVault } from './test-vault.ts';

let home: TestVault;
let ada: { vault: Vault; records: Records };
let ben: { vault: Vault; records: Records };
const bens = Buffer.from(`${testPassphrase} of ben`);

async function as(passphrase: Uint8Array): Promise<{ vault: Vault; records: Records }> {
  const vault = await openVault(home.vault.folder, { passphrase }, home.setting);
  return { vault, records: openRecords(vault, home.setting) };
}
async function leave({ vault, records }: { vault: Vault; records: Records }): Promise<void> {
  records.close();
  await vault.close();
}
const review = ({ records }: { records: Records }) => {
  const reading = records.reading();
  const hold = reading.all('legal_hold')[0];
  return hold ? reviewOf(hold, legalHold.approvals ?? expect.unreachable(), reading) : expect.unreachable();
};
const found = async ({ vault, records }: { vault: Vault; records: Records }) =>
  (await vault.verify({ upgrade: records.upgrade, compare: records.compare })).findings.map(({ part, what }) => `${part}: ${what}`);

beforeAll(async () => {
  home = await makeTestVault();
  ada = home;
  const caseId = (await home.records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'A case' } }))).result.id;
  await home.records.change(null, (w) =>
    w.create('legal_hold', {
      caseId,
      fields: {
        title: 'Hold',
        scope: { names: [caseId] },
        custodians: [{ who: 'Research' }],
        issuedBy: 'General Counsel',
        release: { reason: 'Over', approvedBy: 'Ada Reyes', reviewedBy: 'Ben Ode', overlapsChecked: true },
      },
    }),
  );
  await home.records.change(null, (w) =>
    w.create('deadline', {
      caseId,
      fields: {
        title: 'Answer',
        side: 'ours',
        nature: 'our_act',
        method: 'manual',
        consequence: 'default',
        date: { certainty: 'exact', day: '2026-07-10', time: '17:00', zone: 'America/New_York' },
      },
    }),
  );
  for (const state of ['issued', 'active']) await home.records.change(null, (w) => w.move('HOLD-001', state));
  await home.vault.people.add({ name: 'Ben Ode', passphrase: bens }, []);
});
afterAll(async () => {
  await leave(ben);
  rmSync(path.dirname(home.vault.folder), { recursive: true, force: true });
});

test('a typed name does not stand for somebody who has a key in the vault', async () => {
  expect(review(ada)).toMatchObject({ standing: 'attested', by: { signed: false }, reviewedBy: { signed: false } });
  expect(await failure(ada.records.change(null, (w) => w.move('HOLD-001', 'released')))).toMatchObject({
    code: 'guard',
    guard: 'second-reviewer',
    facts: [expect.stringContaining('Ada Reyes has a key'), expect.stringContaining('Ben Ode has a key')],
  });
});

test('the person at work signs what they saw, once for each part, and cannot sign for somebody else', async () => {
  const { result } = await ada.records.approve({ number: 'hold-1', role: 'approver' });
  expect(result).toMatchObject({ number: 'APP-001', caseId: expect.any(String), fields: { by: 'Ada Reyes', role: 'approver', what: 'release of the legal hold' } });
  expect(await failure(ada.records.approve({ number: 'HOLD-001', role: 'approver' }))).toMatchObject({ code: 'misuse' });
  expect(await failure(ada.records.approve({ number: 'CASE-001', role: 'approver' }))).toMatchObject({ code: 'misuse' });
  expect(await failure(ada.records.approve({ number: 'HOLD-001', role: 'second_reviewer', seq: 1 }))).toMatchObject({ code: 'changed-since' });
  const { fields } = result;
  for (const forged of [
    { ...fields, by: 'Ben Ode' },
    { ...fields, role: 'second_reviewer' },
    { ...fields, statement: fields.statement.replace('approver', 'second_reviewer'), role: 'second_reviewer' },
  ]) {
    const work = ada.records.change(null, (w) => w.createAny('approval', { caseId: result.caseId, fields: forged }));
    expect(await failure(work)).toMatchObject({ code: 'guard', guard: 'signed' });
  }
  expect(await failure(ada.records.change(null, (w) => w.update('APP-001', { fields: { by: 'Ben Ode' } })))).toMatchObject({ code: 'guard', guard: 'signed' });
});

test('the same person twice is no second reviewer', async () => {
  await ada.records.approve({ number: 'DL-001', role: 'approver' });
  await ada.records.approve({ number: 'HOLD-001', role: 'second_reviewer' });
  expect(review(ada).standing).toBe('alone');
  expect(await failure(ada.records.change(null, (w) => w.move('HOLD-001', 'released')))).toMatchObject({ facts: ['The second reviewer is the one who approved.'] });
  await leave(ada);
});

test('another person reviews with their own key, nobody else withdraws it, and then the hold is released', async () => {
  ben = await as(bens);
  await ben.records.approve({ number: 'HOLD-001', role: 'second_reviewer' });
  expect(review(ben)).toMatchObject({ standing: 'signed', by: { name: 'Ada Reyes' }, reviewedBy: { name: 'Ben Ode' } });
  expect(await failure(ben.records.change(null, (w) => w.remove('APP-001', 'not mine')))).toMatchObject({ code: 'guard', guard: 'withdrawn' });
  await ben.records.change(null, (w) => w.move('HOLD-001', 'released_partial'));
  expect(await found(ben)).toEqual([]);
});

test('a date that two confirmed moves only as one set instead with its reason, and that one waits for both again', async () => {
  const { records } = ben;
  await records.approve({ number: 'DL-001', role: 'second_reviewer' });
  await records.change(null, (w) => w.move('DL-001', 'confirmed'));
  const reviewed = () => reviewOf(records.reading().all('deadline')[0] ?? expect.unreachable(), deadlineApprovals, records.reading());
  expect(reviewed()).toMatchObject({ standing: 'signed', by: { name: 'Ada Reyes' }, reviewedBy: { name: 'Ben Ode' } });
  // The clocks were mistaken: the same hour by others is another date.
  const final = { certainty: 'exact', day: '2026-07-10', time: '17:00', zone: 'America/Los_Angeles' } as const;
  expect(await failure(records.change(null, (w) => w.update('DL-001', { fields: { date: final } })))).toMatchObject({ code: 'guard', guard: 'confirmed-dates' });
  await records.change(null, (w) =>
    w.update('DL-001', { fields: { override: { final, reason: 'The court sits in Los Angeles.', authority: 'counsel_judgment', by: 'Ben Ode' } } }),
  );
  expect(reviewed()).toMatchObject({ standing: 'none', stale: true });
  await records.approve({ number: 'DL-001', role: 'second_reviewer' });
  expect(reviewed()).toMatchObject({ by: null, reviewedBy: { name: 'Ben Ode' } });
});

test('an approval no longer counts once what it covers has changed; other fields do not matter', async () => {
  await ben.records.change(null, (w) => w.update('HOLD-001', { fields: { noticeVersion: '2' } }));
  expect(review(ben).standing).toBe('signed');
  await ben.records.change(null, (w) => w.update('HOLD-001', { fields: { title: 'Another hold' } }));
  const reading = ben.records.reading();
  const hold = reading.all('legal_hold')[0] ?? expect.unreachable();
  expect(new Set(approvalsOf(hold, legalHold.approvals ?? expect.unreachable(), reading).map(({ standing }) => standing))).toEqual(new Set(['changed-since']));
  expect(review(ben)).toMatchObject({ standing: 'attested', stale: true });
  await ben.records.change(null, (w) => w.update('HOLD-001', { fields: { title: 'Hold' } }));
  expect(review(ben).standing).toBe('signed');
});

test('verify names an approval whose signature, words or entry are not what was signed', async () => {
  const tamper = async (sql: string) => {
    await ben.vault.change({}, (tx) => tx.db.prepare(sql).run());
    return (await found(ben)).filter((line) => line.startsWith('record APP-'));
  };
  // As an insider with the keys would do it: the row and its last image agree with each other.
  const both = (from: string, to: string) => [
    `UPDATE record SET body = replace(body, '${from}', '${to}') WHERE number = 'APP-001'`,
    `UPDATE journal SET image = CAST(replace(CAST(image AS TEXT), '${from}', '${to}') AS BLOB) WHERE record = (SELECT id FROM record WHERE number = 'APP-001')`,
  ];
  const [row, image] = both('"role":"approver"', '"role":"second_reviewer"');
  await tamper(row ?? '');
  expect(await tamper(image ?? '')).toEqual(['record APP-001: it does not say what was signed']);
  for (const sql of both('"role":"second_reviewer"', '"role":"approver"')) await tamper(sql);
  const [other, otherImage] = both('\\"number\\":\\"HOLD-001\\"', '\\"number\\":\\"HOLD-009\\"');
  await tamper(other ?? '');
  expect(await tamper(otherImage ?? '')).toEqual(['record APP-001: no key of this vault signed what it says']);
  for (const sql of both('\\"number\\":\\"HOLD-009\\"', '\\"number\\":\\"HOLD-001\\"')) await tamper(sql);
  expect(await found(ben)).toEqual([]);
});

test('an action about people wants its approver and employment counsel, each by their own key; for somebody without the compartment the signatures are sealed, not broken', async () => {
  await leave(ben);
  ada = await as(Buffer.from(testPassphrase));
  const fields = {
    title: 'Moved off the model',
    action: 'reassigned',
    clauseReliedOn: 'paragraph 2',
    alternativesTried: 'Remote work on other models',
    basis: '8 USC 1324b(a)(2)(C)',
    employmentCounsel: { by: 'Ben Ode', on: { certainty: 'exact', day: '2031-01-08' } },
    approvedBy: 'Ada Reyes',
    from: { certainty: 'exact', day: '2031-01-09' },
    reviewAgain: { certainty: 'exact', day: '2031-02-09' },
  } as const;
  await ada.records.change(null, (w) => {
    const caseId = w.create('case', { caseId: null, fields: { title: 'Another case' } }).id;
    const order = w.create('order', { caseId, fields: { title: 'Order', instrument: 'unknown', formSeen: 'none', authority: 'unknown' } });
    w.create('employment_action', { caseId, fields: { ...fields, whom: [order.id], order: order.id } });
  });
  const take = (one: { records: Records }) => one.records.change(null, (w) => w.move('EMP-001', 'in_effect'));
  expect(await failure(take(ada))).toMatchObject({
    code: 'guard',
    guard: 'two-people',
    facts: [expect.stringContaining('Ada Reyes has a key'), expect.stringContaining('Ben Ode has a key')],
  });
  await ada.records.approve({ number: 'EMP-001', role: 'approver' });
  const { result: twice } = await ada.records.approve({ number: 'EMP-001', role: 'second_reviewer' });
  expect(await failure(take(ada))).toMatchObject({ guard: 'two-people', facts: ['Employment counsel who signs off is the one who approves it.'] });
  await ada.records.change(null, (w) => w.remove(twice.id, 'signed in the wrong place'));
  const slot = ada.vault.people.list().find(({ name }) => name === 'Ben Ode')?.slot ?? '';
  await ada.vault.people.grant(slot, 'people');
  await leave(ada);
  ben = await as(bens);
  await ben.records.approve({ number: 'EMP-001', role: 'second_reviewer' });
  const standings = (one: { records: Records }) => {
    const reading = one.records.reading();
    const action = reading.all('employment_action')[0] ?? expect.unreachable();
    return approvalsOf(action, employmentApprovals, reading).map(({ name, standing }) => `${name}: ${standing}`);
  };
  await take(ben);
  expect(standings(ben)).toEqual(['Ada Reyes: holds', 'Ben Ode: holds']);
  await leave(ben);
  ada = await as(Buffer.from(testPassphrase));
  await ada.vault.people.revoke(slot, 'people');
  await leave(ada);
  ben = await as(bens);
  expect(standings(ben)).toEqual(['Ada Reyes: sealed', 'Ben Ode: sealed']);
  expect(await found(ben)).toEqual([]);
});
