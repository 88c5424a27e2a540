import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Refused } from '../../shared/failure/failure.ts';
import type { Records } from './records.ts';
import type { Vault } from '../vault/vault.ts';
import { makeTestVault, testPassphrase, type TestVault } from './test-vault.ts';

// No kind of this version is sealed yet; the rules for those that will be are tested with one of our own.
vi.mock(import('../../shared/records/kinds.ts'), async (original) => {
  const real = await original();
  const { field } = await import('../../shared/records/field.ts');
  const { defineKind } = await import('../../shared/records/kind.ts');
  const determination = defineKind({
    kind: 'determination',
    prefix: 'DET',
    label: 'Determination',
    plural: 'Determinations',
    shape: 1,
    upgrades: [],
    fields: {
      person: field.text({ label: 'Person', required: true, column: true }),
      on: field.day({ label: 'On' }),
      about: field.links({ label: 'About', to: ['*'], role: 'about' }),
    },
    states: { open: { label: 'Open' }, barred: { label: 'Barred', closed: true } },
    initial: 'open',
    moves: { open: ['barred'], barred: [] },
    guards: [],
    title: (fields) => fields.person,
    due: (fields) => fields.on ?? null,
    audience: 'internal',
    privilege: 'none',
    compartment: 'people',
  });
  const kinds = { ...real.kinds, determination };
  // Proof of the cast: a registry with one more kind is still a registry; only this test sees it.
  return { ...real, kinds, kindNamed: (name: string) => (Object.hasOwn(kinds, name) ? (kinds as never)[name] : undefined) };
});

let home: TestVault;
let caseId: string;
let other: { vault: Vault; records: Records };
beforeAll(async () => {
  home = await makeTestVault();
  caseId = (await home.records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'A case' } }))).result.id;
  await home.records.change(null, (w) => w.createAny('determination', { caseId, fields: { person: 'Canary Person', on: '2031-03-01', about: [caseId] } }));
  await home.records.change('reviewed', (w) => w.move('DET-001', 'barred'));
});
afterAll(async () => {
  other.records.close();
  await other.vault.close();
  rmSync(path.dirname(home.vault.folder), { recursive: true, force: true });
});

test('who holds the compartment reads all of a sealed record, and searches never find it', () => {
  const { records } = home;
  expect(records.reading().get('DET-1')).toMatchObject({ state: 'barred', fields: { person: 'Canary Person' } });
  expect(records.reading().list({ kind: 'determination' }).rows[0]).toMatchObject({ title: 'Canary Person', due: null, shown: { person: 'Canary Person' } });
  expect(records.reading().list({ kind: 'determination', fields: [{ field: 'person', values: [], words: 'canary', unstated: false }] }).total).toBe(1);
  expect(records.search({ text: 'canary', limit: 5 }).hits).toEqual([]);
  expect(records.search({ text: 'c', limit: 50 }).hits.map((hit) => hit.row.kind)).not.toContain('determination');
  expect(records.search({ text: 'DET-001', limit: 5 }).hits).toEqual([]);
  expect(records.workingSet({ caseId }).rows.map((row) => row.kind)).toEqual(['case']);
  expect(records.changesSince(0).puts.map((row) => row.kind)).toEqual(['case']);
  expect(records.history({ number: 'DET-001', limit: 5 }).entries[0]?.changes).toEqual([{ field: 'state', label: 'State', old: 'Open', new: 'Barred' }]);
});

test('neither table nor journal holds a word of it in the clear', () => {
  const { reader } = home.vault;
  const everything = ['record', 'journal', 'search_text', 'draft'].map((table) => reader.prepare(`SELECT * FROM ${table}`).all());
  const text = JSON.stringify(everything, (_name, value: unknown) => {
    const bytes = value as { type?: string; data?: number[] } | null;
    return bytes && bytes.type === 'Buffer' ? Buffer.from(bytes.data ?? []).toString('latin1') : value;
  });
  expect(text).toContain('A case');
  expect(text).not.toContain('Canary');
});

test('a draft about a sealed record is sealed too', async () => {
  const { id } = home.records.reading().require('DET-001');
  await home.records.drafts.save('determination', id, { person: 'Canary Draft' });
  expect(home.records.drafts.read('determination', id)?.body).toEqual({ person: 'Canary Draft' });
  expect(home.vault.reader.prepare<unknown[], string>('SELECT body FROM draft').pluck().get()).not.toContain('Canary');
});

test('a person without the compartment sees number and state, and can change nothing of it', async () => {
  const { openVault } = await import('../vault/vault.ts');
  const { openRecords } = await import('./records.ts');
  const { vault, setting, records } = home;
  const report = await vault.verify({ upgrade: records.upgrade, compare: records.compare });
  expect(report.findings).toEqual([]);
  await vault.people.add({ name: 'Ben Stone', passphrase: Buffer.from(`${testPassphrase} two`) }, []);
  records.close();
  await vault.close();
  const opened = await openVault(vault.folder, { passphrase: Buffer.from(`${testPassphrase} two`) }, setting);
  other = { vault: opened, records: openRecords(opened, setting) };

  const reading = other.records.reading();
  expect(reading.require('DET-001')).toMatchObject({ number: 'DET-001', state: 'barred', tags: [] });
  expect(reading.require('DET-001').fields).toEqual({});
  expect(reading.list({ kind: 'determination' }).rows).toMatchObject([{ number: 'DET-001', state: 'barred', title: '', due: null }]);
  expect(reading.list({ kind: 'determination', fields: [{ field: 'person', values: [], words: 'canary', unstated: true }] }).total).toBe(0);
  expect(other.records.history({ number: 'DET-001', limit: 5 }).entries.map(({ verb, title, changes, reason, erased }) => [verb, title, changes, reason, erased])).toEqual([
    ['move', '', [], null, false],
    ['create', '', [], null, false],
  ]);
  expect(other.records.reading(home.now()).list({ kind: 'determination' }).rows).toMatchObject([{ number: 'DET-001', title: '' }]);
  for (const work of [
    () => other.records.change(null, (w) => w.update('DET-001', { tags: ['x'] })),
    () => other.records.change(null, (w) => w.move('DET-001', 'open')),
    () => other.records.change(null, (w) => w.createAny('determination', { caseId, fields: { person: 'X' } })),
  ]) {
    await expect(work()).rejects.toSatisfy((thrown) => thrown instanceof Refused && thrown.failure.code === 'compartment-closed');
  }
  const id = reading.require('DET-001').id;
  expect(() => other.records.drafts.read('determination', id)).toThrow('compartment-closed');
});
