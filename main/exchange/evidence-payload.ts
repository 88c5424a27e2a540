import { createHash } from 'node:crypto';
import { Refused, refuse } from '../../shared/failure/failure.ts';
import { dateWords } from '../../shared/records/date-words.ts';
import { amongUs, type Audience } from '../../shared/records/field.ts';
import { isKind, kinds, type RecordOf } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Vault } from '../vault/vault.ts';
import { written, type Payload } from './bag.ts';
import { csv } from './csv.ts';
import { neutralName } from './neutral-name.ts';

type Item = RecordOf<'evidence_item'>;

/** The stored file's name in a bundle. */
export const bundledName = ({ number, fields }: Item): string => neutralName(number, fields.original?.filename);

/** The evidence among `records` whose bytes are in the vault. */
export function storedEvidence(vault: Vault, records: readonly AnyRecord[]): Item[] {
  return records.filter(
    (record): record is Item => isKind(record, 'evidence_item') && record.fields.original?.sha256 !== undefined && vault.blobs.has(record.fields.original.sha256),
  );
}

/**
 * The stored bytes of `items`, a list of them, and their chains of custody. File names, paths and custodians go no further than to outside counsel.
 * Bytes are hashed again on their way; a difference refuses `blob-damaged`.
 */
export function evidencePayload(vault: Vault, items: readonly Item[], audience: Audience): Payload[] {
  const ours = amongUs(audience);
  const numbers = new Map(items.map((item) => [item.id, item.number]));
  return [
    written(
      'evidence.csv',
      csv({ header: [...indexHeader, ...(ours ? ownHeader : [])], rows: () => items.map((item) => [...indexRow(item, numbers), ...(ours ? ownRow(item) : [])]) }),
    ),
    written('custody.csv', csv({ header: custodyHeader, rows: () => items.flatMap(custodyRows) })),
    ...items.map((item): Payload => {
      const { sha256 = '', size = 0, filename } = item.fields.original ?? {};
      return { path: `evidence/${bundledName(item)}`, sha256, bytes: size, content: () => storedBytes(vault, sha256, item.number, filename ?? item.number), compress: false };
    }),
  ];
}

const indexHeader = ['Number', 'File', 'Title', 'Type', 'Bytes', 'SHA-256', 'Bates range', 'Exhibit number', 'Attached to'];
const indexRow = (item: Item, numbers: ReadonlyMap<string, string>): string[] => {
  const { title, type, original, bates, exhibit, family } = item.fields;
  return [
    item.number,
    `evidence/${bundledName(item)}`,
    title,
    kinds.evidence_item.fields.type.options?.[type] ?? type,
    String(original?.size ?? ''),
    original?.sha256 ?? '',
    bates ?? '',
    exhibit ?? '',
    numbers.get(family ?? '') ?? '',
  ];
};
const ownHeader = ['File name', 'Custodian', 'System', 'Path', 'Times of the file', 'MD5, as received', 'SHA-1, as received'];
const ownRow = ({ fields: { original, source } }: Item): string[] => [
  original?.filename ?? '',
  source?.custodian ?? '',
  source?.system ?? '',
  source?.path ?? '',
  source?.fileTimes ?? '',
  original?.md5 ?? '',
  original?.sha1 ?? '',
];

const custodyHeader = ['Number', 'Event', 'When', 'By', 'From', 'To', 'Place', 'Purpose', 'Tool', 'SHA-256 before', 'SHA-256 after', 'Witness', 'Entered late because', 'Note'];
const custodyRows = (item: Item): string[][] =>
  (item.fields.custody ?? []).map((event) => [
    item.number,
    kinds.evidence_item.fields.custody.fields?.['action']?.options?.[event.action] ?? event.action,
    dateWords(event.occurred),
    event.by ?? '',
    event.from ?? '',
    event.to ?? '',
    event.place ?? '',
    event.purpose ?? '',
    event.tool ?? '',
    event.hashBefore ?? '',
    event.hashAfter ?? '',
    event.witness ?? '',
    event.lateReason ?? '',
    event.note ?? '',
  ]);

/** The stored bytes, hashed on the way; damage is named by the item, because nobody knows a blob by its name. */
export async function* storedBytes(vault: Vault, sha256: string, number: string, file: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of vault.blobs.open(sha256)) {
      hash.update(chunk);
      yield chunk;
    }
  } catch (thrown) {
    throw thrown instanceof Refused && thrown.failure.code === 'blob-damaged' ? new Refused({ code: 'blob-damaged', number, file }) : thrown;
  }
  if (hash.digest('hex') !== sha256) refuse({ code: 'blob-damaged', number, file });
}
