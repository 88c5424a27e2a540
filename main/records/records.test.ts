import { expect, test } from 'vitest';
import { memoryVault } from './memory-vault.test-support.ts';
import { openRecords } from './records.ts';

test('smoke', async () => {
  let t = 1_800_000_000_000;
  const clock = () => ({ instant: (t += 1000), zone: 'America/New_York' });
  const vault = memoryVault(clock);
  const r = openRecords(vault as never, vault);
  const { result: c } = await r.change('Opening', (w) => w.create('case', { caseId: null, fields: { title: 'A case' } as never }));
  console.log(c);
});
