import { instantText } from '../../shared/calendar/instant.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import { plainText } from '../../shared/records/plain-text.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Reading } from '../records/reading.ts';
import { keyOptions, keyUsage, type Command } from './command.ts';
import { withVault } from './with-vault.ts';

/** The title of a record that its kind's schema has parsed; empty for one whose content is closed to the person. */
export function titleOf(record: AnyRecord): string {
  const kind = kindNamed(record.kind);
  return kind && Object.keys(record.fields).length > 0 ? kind.title(record.fields) : '';
}

const linked = (role: string, record: AnyRecord): object => ({ role, number: record.number, kind: record.kind, title: titleOf(record), state: record.state });

function words(reading: Reading, record: AnyRecord): string[] {
  const kind = kindNamed(record.kind);
  const nameOf = (id: string): string | undefined => reading.get(id)?.number;
  const fields = Object.entries(kind?.fields ?? {}).filter(([name]) => record.fields[name] !== undefined);
  return [
    `${record.number}  ${titleOf(record)}`,
    `${kind?.label ?? record.kind}, ${kind?.states[record.state]?.label ?? record.state}. Audience ${record.audience}, privilege ${record.privilege}.`,
    ...fields.map(([name, field]) => `${field.label}: ${plainText(field, record.fields[name], nameOf).replaceAll('\n', '\n  ')}`),
  ];
}

export const show: Command = {
  name: 'show',
  usage: `show VAULT NUMBER ${keyUsage}`,
  says: 'Shows one record with everything it says and everything that is linked to it.',
  options: keyOptions,
  operands: [2, 2],
  run: (given, desk) =>
    withVault(given, desk, ({ records }) => {
      const reading = records.reading();
      const record = reading.require(given.operand(1, 'a number'));
      const { at, actor } = reading.changed(record.id);
      const from = reading.linkingTo(record.id);
      return {
        json: {
          record: { ...record, title: titleOf(record) },
          links: reading.linksOf(record.id).map((link) => linked(link.role, link.record)),
          linkedFrom: from.map((one) => linked('', one)),
          changedAt: instantText(at),
          changedBy: actor,
        },
        words: [
          ...words(reading, record),
          ...(from.length > 0 ? [`Linked from: ${from.map((one) => one.number).join(', ')}`] : []),
          `Last changed ${instantText(at)} by ${actor}.`,
        ],
      };
    }),
};
