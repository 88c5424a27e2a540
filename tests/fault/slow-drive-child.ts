// Run under fail-shim.c: works on a vault on a drive on which every call takes long, opens it a second time meanwhile and at once afterwards, and prints what came of it.
import { Refused } from '../../shared/failure/failure.ts';
import { ground, reopened, smallVault } from './attacked-vault.ts';
import { cordonVerify } from './cordon-verify.ts';
import { needShim, shim } from './shim.ts';
import { addNote, intake } from './work.ts';

const [base = '', ms = '1'] = process.argv.slice(2);
const at = ground(base);
const made = await smallVault(at, 'Slow');
await made.close();
const { folder } = made;
needShim();
shim(`slow/${ms}`);
const refusals: unknown[] = [];
for (let session = 0; session < 2; session++) {
  const live = await reopened(at, folder);
  // Three changes at once wait for each other, whatever a call takes.
  await Promise.all([0, 1, 2].map((count) => addNote(live, `note ${session} ${count}`)));
  await intake(live, `exhibit ${session}.bin`, Buffer.alloc(90_000, session));
  refusals.push(
    await reopened(at, folder).then(
      () => 'opened twice',
      (thrown: unknown) => (thrown instanceof Refused ? thrown.failure.code : thrown),
    ),
  );
  await live.records.drafts.save('note', null, { title: `half ${session}` });
  await live.close();
}
shim('slow/0');
const verdict = await cordonVerify(at, folder, 'here', `${folder}.key`);
const again = await reopened(at, folder);
const titles = again.records
  .reading()
  .all('note')
  .map(({ fields }) => fields.title);
const draft = again.records.drafts.read('note', null);
process.stdout.write(
  `${JSON.stringify({ refusals, exit: verdict.exit, findings: verdict.findings, freshness: verdict.freshness, notes: titles.length, draft, notices: again.vault.notices })}\n`,
);
await again.close();
