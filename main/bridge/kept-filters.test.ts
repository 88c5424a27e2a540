import { afterEach, expect, test } from 'vitest';
import { openVault } from '../vault/vault.ts';
import { openRecords } from '../records/records.ts';
import { makeTestVault, testPassphrase, type TestVault } from '../records/test-vault.ts';
import { listHandlers } from './handlers/lists.ts';

let made: TestVault | undefined;
afterEach(() => made?.end());

/** The handlers over an open vault. */
const over = ({ vault, records, setting }: Pick<TestVault, 'vault' | 'records' | 'setting'>) =>
  // Proof of the cast: the handlers of lists look at the vault and its records only.
  listHandlers({ session: { opened: () => ({ vault, records }) } as never, clock: setting.clock });

test('conditions on the docket and its chosen model are there again when the vault is opened anew, each page for itself, and go when they are cleared', async () => {
  made = await makeTestVault();
  const filters = [{ field: '@kind', values: ['deadline'], unstated: false }];
  const first = over(made);
  expect(first['filters.read']({ page: 'docket' }, never)).toEqual({ filters: [], choice: null });
  await first['filters.save']({ page: 'docket', filters }, never);
  await first['filters.choose']({ page: 'docket', choice: 'MODEL-003' }, never);
  const seq = made.records.reading().seq;
  expect(first['filters.read']({ page: 'requests' }, never)).toEqual({ filters: [], choice: null });
  const { folder } = made.vault;
  made.records.close();
  await made.vault.close();
  const vault = await openVault(folder, { passphrase: Buffer.from(testPassphrase) }, made.setting);
  const again = { ...made, vault, records: openRecords(vault, made.setting) };
  made = {
    ...again,
    end: async () => {
      again.records.close();
      await vault.close();
    },
  };
  expect(over(again)['filters.read']({ page: 'docket' }, never)).toEqual({ filters, choice: 'MODEL-003' });
  // How somebody looks at a page is no entry of the journal.
  expect(again.records.reading().seq).toBe(seq);
  await over(again)['filters.save']({ page: 'docket', filters: [] }, never);
  await over(again)['filters.choose']({ page: 'docket', choice: null }, never);
  expect(over(again)['filters.read']({ page: 'docket' }, never)).toEqual({ filters: [], choice: null });
});
const never = { signal: new AbortController().signal, tell: () => undefined } as never;
