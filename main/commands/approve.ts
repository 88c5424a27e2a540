import { instantText } from '../../shared/calendar/instant.ts';
import { approvalsOf } from '../../shared/records/approvals.ts';
import { audiences } from '../../shared/records/field.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import { exportApprovals } from '../exchange/export-approvals.ts';
import { keyOptions, keyUsage, misuse, oneOf, type Command } from './command.ts';
import { outFile } from './destinations.ts';
import { heldBack } from './export.ts';
import { withVault } from './with-vault.ts';

export const approve: Command = {
  name: 'approve',
  usage: `approve VAULT NUMBER --as approver|second-reviewer ${keyUsage}`,
  says:
    'Approves a record in your name, with your own key: a filing, the date of a deadline, the release of a hold, the return of a model, a condition for it.\n' +
    'The signature counts until what it covers changes. It is withdrawn by removing it.',
  options: { ...keyOptions, as: { type: 'string' } },
  operands: [2, 2],
  run: (given, desk) => {
    const number = given.operand(1, 'a record');
    const as = oneOf(given, 'as', ['approver', 'second-reviewer'] as const) ?? misuse('Say what you sign as: --as approver or --as second-reviewer.');
    return withVault(given, desk, async ({ records }) => {
      const { result } = await records.approve({ number, role: as === 'approver' ? 'approver' : 'second_reviewer' });
      const { by, what, role, at, statement, minisig } = result.fields;
      return { json: { number: result.number, by, what, role, at, statement, minisig }, words: [`${by} signed ${number}: ${what} (${result.number}).`] };
    });
  },
};

const standings = {
  holds: 'holds',
  'changed-since': 'the record changed since',
  sealed: 'signed; the content is sealed here, so whether it still stands cannot be told',
  'not-authentic': 'NOT AUTHENTIC',
} as const;

export const approvals: Command = {
  name: 'approvals',
  usage: `approvals VAULT [NUMBER] [--out FILE.json [--audience ${audiences.join('|')}]] ${keyUsage}`,
  says:
    'Lists who approved a record and whether each signature still stands. --out writes signed texts, signatures and public keys to a file that minisign and other programs check\n' +
    'without Cordon; that is recorded as a release.',
  options: { ...keyOptions, out: { type: 'string' }, audience: { type: 'string' } },
  operands: [1, 2],
  run: (given, desk) => {
    const number = given.operands[1];
    const audience = oneOf(given, 'audience', audiences) ?? 'internal';
    const destination = given.option('out') === undefined ? null : outFile(given, desk);
    return withVault(given, desk, async ({ vault, records }) => {
      if (destination) {
        const manifest = await exportApprovals(records, { number, audience, people: vault.people.list(), destination, signal: desk.signal });
        return {
          json: {
            file: destination.path,
            release: manifest.number,
            audience,
            approvals: manifest.numbers.length,
            bytes: manifest.bytes,
            sha256: manifest.sha256,
            withheld: manifest.withheld,
          },
          words: [`${manifest.numbers.length} approvals went to ${destination.path} (recorded as ${manifest.number}).`, ...heldBack(manifest)],
        };
      }
      const reading = records.reading();
      const asked = number === undefined ? [...new Set(reading.all('approval').map(({ fields }) => fields.of))] : [number];
      const list = asked.flatMap((one) => {
        const record = reading.require(one);
        const rule = kindNamed(record.kind)?.approvals;
        return rule ? approvalsOf(record, rule, reading).map((approval) => ({ of: record.number, what: rule.what, ...approval })) : [];
      });
      return {
        ok: list.every(({ standing }) => standing !== 'not-authentic'),
        json: { approvals: list.map(({ number: own, of, what, role, name, at, standing }) => ({ number: own, of, what, role, by: name, at, standing })) },
        words:
          list.length === 0
            ? ['Nothing is signed.']
            : list.map(({ number: own, of, role, name, at, standing }) => [own, of, name, role.replace('_', ' '), instantText(at), standings[standing]].join('  ')),
      };
    });
  },
};
