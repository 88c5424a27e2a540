import type { Database } from 'better-sqlite3-multiple-ciphers';
import { samePerson } from '../../shared/records/same-person.ts';
import type { Signatures } from '../../shared/records/signatures.ts';
import { readImage, type StoredImage } from './journal-image.ts';
import { prepared } from './prepared.ts';
import type { Seals } from './row.ts';

/** What guards and papers ask about keys, answered by the vault and by the journal as `db` sees it. */
export function signaturesIn(db: Database, seals: Seals): Signatures {
  return {
    get actor() {
      const { name, human, publicKey } = seals.person;
      return { name, human: publicKey === null ? null : human };
    },
    hasKey: (name) => seals.people.list().some((person) => person.state === 'person' && samePerson(person.name, name)),
    signer: (statement, minisig) => seals.signer(statement, minisig),
    fieldsAt(record, entry) {
      const stored = prepared<StoredImage>(db, 'SELECT kind, shape, compartment, image FROM journal WHERE seq = ? AND record = ?').get(entry, record);
      return (stored && readImage(stored, seals)?.record?.fields) ?? null;
    },
  };
}
