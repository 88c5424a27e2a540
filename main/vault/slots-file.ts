import { createHmac } from 'node:crypto';
import * as path from 'node:path';
import * as z from 'zod';
import { Refused } from '../../shared/failure/failure.ts';
import { canonicalBytes } from './canonical.ts';
import { readWhole, replaceFile } from './durable-file.ts';
import { sha256 } from './merkle.ts';

const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);
const id = z.string().regex(/^[0-9a-f]{32}$/);
const grants = z.record(z.string().max(64), base64);
const kdf = z.strictObject({ name: z.literal('argon2id'), memoryMiB: z.int(), passes: z.int(), salt: base64.length(24) });
const personSlotShape = z.strictObject({ id, kind: z.literal('person'), kdf, key: base64, grants, about: base64 });
const recoverySlotShape = z.strictObject({ id, kind: z.literal('recovery'), key: base64, grants, about: base64 });
/** A person whose key was taken away: kept so that what they signed can still be checked. */
const formerSlotShape = z.strictObject({ id, kind: z.literal('former'), about: base64 });
const contentShape = z.strictObject({
  format: z.literal(1),
  generation: z.int().min(1),
  id,
  slots: z.array(z.discriminatedUnion('kind', [personSlotShape, recoverySlotShape, formerSlotShape])).max(256),
});
const fileShape = contentShape.extend({ sum: z.string(), mac: base64 });

export type PersonSlot = z.infer<typeof personSlotShape>;
export type RecoverySlot = z.infer<typeof recoverySlotShape>;
export type Slot = z.infer<typeof contentShape>['slots'][number];
export type SlotsContent = z.infer<typeof contentShape>;

/** The version of the folder's format, which stands in the clear so that a newer vault can be refused without its key. */
export const knownFormat = 1;

export const slotsFiles = ['slots.a', 'slots.b'] as const;
export type SlotsName = (typeof slotsFiles)[number];

/** One of the two copies as it lies on disk. `sum` has been checked, `mac` has not: that needs the key. */
export type Copy =
  | { readonly state: 'read'; readonly name: SlotsName; readonly content: SlotsContent; readonly mac: string }
  | { readonly state: 'missing' | 'damaged'; readonly name: SlotsName; readonly what: string }
  /** The drive did not give it. */
  | { readonly state: 'unread'; readonly name: SlotsName; readonly what: string; readonly why: string }
  | { readonly state: 'newer'; readonly name: SlotsName; readonly format: number };

/** Reads one copy. The file has exactly one spelling (RFC 8785 and a line feed), so a changed bit anywhere shows. */
export function readSlots(folder: string, name: SlotsName): Copy {
  let bytes: Buffer | null;
  try {
    bytes = readWhole(path.join(folder, name));
  } catch (thrown) {
    // Its twin may be readable; and where it is not, both are said.
    if (thrown instanceof Refused && thrown.failure.code === 'file-unreadable')
      return { state: 'unread', name, what: `it cannot be read: ${thrown.failure.why}`, why: thrown.failure.why };
    throw thrown;
  }
  if (!bytes) return { state: 'missing', name, what: 'the file is missing' };
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString());
  } catch {
    return { state: 'damaged', name, what: 'it is not JSON' };
  }
  const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : undefined;
  if (typeof format === 'number' && Number.isInteger(format) && format > knownFormat) return { state: 'newer', name, format };
  const file = fileShape.safeParse(json);
  if (!file.success) return { state: 'damaged', name, what: `it is not a list of slots: ${file.error.issues[0]?.path.join('.') ?? ''}` };
  const { mac, sum, ...content } = file.data;
  if (sum !== sumOf(content) || !bytes.equals(spelled(content, mac))) return { state: 'damaged', name, what: 'its checksum does not match' };
  return { state: 'read', name, content, mac };
}

const sumOf = (content: SlotsContent) => sha256(canonicalBytes(content)).toString('hex');
const spelled = (content: SlotsContent, mac: string) => Buffer.concat([canonicalBytes({ ...content, sum: sumOf(content), mac }), Buffer.from('\n')]);

export const macOf = (content: SlotsContent, key: Uint8Array): string => createHmac('sha256', key).update(canonicalBytes(content)).digest('base64');

/** A copy as it lies on disk. */
export const slotsBytes = (content: SlotsContent, key: Uint8Array): Buffer => spelled(content, macOf(content, key));

/** Writes one copy durably. */
export function writeSlots(folder: string, name: SlotsName, content: SlotsContent, key: Uint8Array): void {
  replaceFile(path.join(folder, name), slotsBytes(content, key));
}
