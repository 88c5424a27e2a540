import * as z from 'zod';
import { authorityShape } from '../records/authority.ts';
import { counted } from './progress.ts';
import { operation } from './wire.ts';

const none = z.strictObject({});
/** A backup that the vault knows of: a bare file name, never a path. */
const knownBackup = z.strictObject({
  entry: z.int(),
  file: z.string(),
  at: z.int(),
  by: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  upTo: z.int(),
  locked: z.boolean(),
  destroyed: z.int().nullable(),
  checked: z.int().nullable(),
});
const numbered = z.strictObject({ number: z.string(), title: z.string() });
const numbers = z.array(z.string().max(64)).min(1).max(200);
const closedNow = z.strictObject({ numbers: z.array(z.string()), act: z.string() });

/** Backups of the open vault, and closing content to everybody or for ever. */
export const keepingContract = {
  /** What an erasure would touch and what it cannot reach. */
  'records.erasure': operation(
    z.strictObject({ numbers }),
    z.strictObject({
      records: z.array(z.strictObject({ number: z.string(), kind: z.string(), title: z.string(), entries: z.int(), drafts: z.int(), indexed: z.boolean() })),
      files: z.strictObject({ count: z.int(), bytes: z.int() }),
      hinders: z.array(z.string()),
      floors: z.array(z.string()),
      mentionedBy: z.array(numbered.extend({ kind: z.string() })),
      releases: z.array(numbered),
      backups: z.array(knownBackup),
    }),
  ),
  /** Told: `waiting`, in which it can still be cancelled, then `taking-away`, in which it cannot. */
  'records.erase': operation(z.strictObject({ numbers, authority: authorityShape }), closedNow, counted),
  'records.sequester': operation(z.strictObject({ numbers, authority: authorityShape }), closedNow),
  'records.lift': operation(z.strictObject({ numbers, reason: z.string().min(1).max(2_000) }), closedNow),
  /** The backup that the person chooses to restore. `given`: a file that they picked in the window, where the host has no dialog. */
  'session.chooseBackup': operation(z.strictObject({ given: z.string().nullable() }), z.strictObject({ token: z.string(), name: z.string(), locked: z.boolean() }).nullable()),
  /** The last backup, whether it is time for another, and every one that the vault knows of. */
  'backups.state': operation(
    none,
    z.strictObject({ last: knownBackup.nullable(), daysAgo: z.int().nullable(), changes: z.int(), due: z.boolean(), backups: z.array(knownBackup) }),
  ),
  /** Saves the vault where the person says; the reply names the file, never its path. */
  'backups.save': operation(
    z.strictObject({ recipients: z.array(z.string().max(4096)).max(20) }),
    z.strictObject({ file: z.string(), bytes: z.int(), sha256: z.string(), seq: z.int(), blobs: z.int(), unsound: z.int(), locked: z.boolean() }),
    counted,
  ),
  /** Reads a backup again, whole. `entry`: which one of this vault's it is to the byte; null where it is none of them. `recorded`: whether the history says so. */
  'backups.check': operation(z.strictObject({ token: z.string() }), z.strictObject({ file: z.string(), entry: z.int().nullable(), recorded: z.boolean() }), counted),
  'backups.destroyed': operation(z.strictObject({ entry: z.int(), reason: z.string().min(1).max(2_000) }), none),
} as const;
