import { instantText } from '../../shared/calendar/instant.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { custodyEvent } from '../../shared/records/custody-event.ts';
import type { Audience, Privilege } from '../../shared/records/field.ts';
import { isKind, type RecordOf } from '../../shared/records/kinds.ts';
import type { AnyRecord, PrivilegeBasis } from '../../shared/records/record.ts';
import type { Writing } from '../records/writing.ts';
import type { Blobs, StoredBlob } from '../vault/vault.ts';
import { mediaType } from './media-type.ts';
import { shownName } from './reader/parts.ts';
import { isRead, type FileReading } from './reader/reading.ts';

type Item = RecordOf<'evidence_item'>;

/** What is known of a file whose bytes are stored, when its item is written. */
export interface StoredFile {
  readonly name: string;
  readonly stored: StoredBlob;
  readonly reading: FileReading;
  readonly path?: string | undefined;
  /** Milliseconds of UTC; not known for what lay inside another file. */
  readonly modified?: number | undefined;
  /** The item it lay in. */
  readonly parent?: Item | undefined;
  /** An item written before in the same act has these bytes. */
  readonly again?: boolean;
}
export interface ItemSetting {
  readonly caseId: string | null;
  readonly item?: string | undefined;
  readonly custodian?: string | undefined;
  readonly system?: string | undefined;
  readonly audience?: Audience | undefined;
  readonly privilege?: Privilege | undefined;
  /** What a claim of privilege rests on: author, purpose, whether business was a purpose too. */
  readonly privilegeBasis?: PrivilegeBasis | undefined;
  /** Who may see it, by name, and nobody else. */
  readonly named?: readonly string[] | undefined;
  readonly reason?: string | undefined;
  /** Id of an item that it is attached to, taken in before. */
  readonly family?: string | undefined;
  /** Further facts that came with the file: its Bates range, digests as received, its own date. */
  readonly more?: Partial<Pick<Item['fields'], 'bates' | 'date' | 'description' | 'exhibit' | 'title'>> & {
    readonly md5?: string;
    readonly sha1?: string;
    readonly sourcePath?: string;
  };
}

/** Writes the item of a stored file, or gives a registered one its bytes, with the first event of its custody, and the record of its words. */
export function writeItem(blobs: Blobs, zone: string, writing: Writing, file: StoredFile, setting: ItemSetting): { item: Item; same: Item | undefined } {
  const { name, stored, reading, path, modified, parent, again } = file;
  blobs.adopt(writing.transaction, stored);
  const was = setting.item === undefined ? undefined : waiting(writing, setting.item, name);
  const caseId = was?.caseId ?? parent?.caseId ?? setting.caseId;
  // One link each, to the first: of a picture that stands in ten thousand mails, all to all would be fifty million.
  const same = stored.isNew && again !== true ? undefined : writing.firstWithBytes(stored.sha256, caseId);
  const { mime, type } = mediaType(name);
  const recorded = { at: writing.at, zone, by: writing.actor };
  const custody = was?.fields.custody ?? [];
  const { md5, sha1, sourcePath, title, ...more } = setting.more ?? {};
  const fields = {
    ...more,
    original: { ...was?.fields.original, filename: name, size: stored.bytes, mime, sha256: stored.sha256, ...(md5 !== undefined && { md5 }), ...(sha1 !== undefined && { sha1 }) },
    source: {
      ...was?.fields.source,
      ...(setting.custodian !== undefined && { custodian: setting.custodian }),
      ...(setting.system !== undefined && { system: setting.system }),
      ...(path !== undefined && { path: sourcePath ?? path }),
      ...(modified !== undefined && { fileTimes: `modified ${instantText(modified)}` }),
      collectedBy: writing.actor,
      tool: 'Cordon',
    },
    custody: [
      ...custody,
      custodyEvent('imported', recorded, custody, {
        tool: 'Cordon',
        hashAfter: stored.sha256,
        ...(setting.reason !== undefined && { purpose: setting.reason }),
        ...(parent && { note: `taken out of ${parent.number}` }),
      }),
    ],
    ...((parent ?? setting.family) !== undefined && { family: parent?.id ?? setting.family }),
    ...(same && { sameBytesAs: [same.id] }),
  };
  const item = was
    ? writing.update(was.id, { fields: { ...fields, bytesNote: null } })
    : writing.create('evidence_item', {
        caseId,
        audience: setting.audience,
        named: setting.named,
        privilege: setting.privilege,
        privilegeBasis: setting.privilegeBasis,
        fields: { title: title ?? shownName(name), type, ...fields },
      });
  writeText(writing, item, name, reading);
  if (!isKind(item, 'evidence_item')) throw new Error('a record changed its kind');
  return { item, same };
}

/** The record of an item's words: a new one, or that of a reading before, of which the journal keeps what it was. */
export function writeText(writing: Writing, item: AnyRecord, name: string, reading: FileReading, before?: AnyRecord): void {
  const fields = {
    item: item.id,
    name,
    status: reading.status,
    cut: reading.cut,
    ...(reading.pages !== null && { pages: reading.pages }),
    ...(reading.text !== '' && { text: reading.text }),
    ...((reading.facts ?? []).length > 0 && { facts: reading.facts?.map((fact) => ({ ...fact })) ?? [] }),
  };
  const { caseId, audience, named, privilege, privilegeBasis } = item;
  // A text has the labels of its item: it says the same.
  const labels = { audience, named, privilege, privilegeBasis };
  if (before === undefined) writing.create('evidence_text', { caseId, ...labels, ...(isRead(reading.status) && { state: 'read' }), fields });
  else {
    writing.update(before.id, { ...labels, fields });
    if (isRead(reading.status) && before.state === 'unread') writing.move(before.id, 'read');
  }
}

/** The registered item that waits for its bytes. */
function waiting(writing: Writing, item: string, file: string): Item {
  const record = writing.require(item);
  if (!isKind(record, 'evidence_item')) return refuse({ code: 'intake-refused', file, why: `${record.number} is not evidence` });
  if (record.fields.original?.sha256 !== undefined) refuse({ code: 'intake-refused', file, why: `${record.number} has its bytes already; another file is another item` });
  return record;
}
