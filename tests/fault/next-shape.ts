import { atOnce } from '../../main/vault/changes.ts';
import type { Database } from '../../main/vault/database.ts';
import { migrations, type Migration } from '../../main/vault/migrations/list.ts';

/** A step after the newest, for proofs of what happens while a database changes its shape: it rewrites every record and adds a table of a few megabytes. */
export const nextShape: readonly Migration[] = [
  ...migrations,
  {
    shape: migrations.length + 1,
    sql: `
      ALTER TABLE record ADD COLUMN colour TEXT;
      UPDATE record SET colour = 'white', body = body;
      CREATE TABLE ballast(x BLOB) STRICT;
      INSERT INTO ballast WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) SELECT randomblob(3000) FROM n;
    `,
  },
];

/** Takes that step back, so that it can be done again and the vault can be opened by this program. */
export function backToShapeOne(db: Database): void {
  atOnce(db, () => {
    db.exec('DROP TABLE ballast; ALTER TABLE record DROP COLUMN colour');
    db.pragma(`user_version=${migrations.length}`);
  });
}
