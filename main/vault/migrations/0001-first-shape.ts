import type { Migration } from './list.ts';

/**
 * The first shape of the database. `record`, `link`, `search_text`, `draft` and `counter` are written by main/records, the rest by the vault.
 * `rowid` is declared wherever another table points at it: VACUUM may renumber rowids that are not.
 */
export const firstShape: Migration = {
  shape: 1,
  sql: `
    CREATE TABLE record(
      rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, number TEXT NOT NULL UNIQUE, case_id TEXT, state TEXT NOT NULL,
      title TEXT NOT NULL, due TEXT, closed INTEGER NOT NULL, seq INTEGER NOT NULL, body ANY NOT NULL
    ) STRICT;
    CREATE INDEX record_kind ON record(kind, closed, due, state);
    CREATE INDEX record_case ON record(case_id, kind);
    CREATE INDEX record_due ON record(closed, due);
    CREATE INDEX record_title ON record(title COLLATE NOCASE);

    CREATE TABLE link("from" TEXT NOT NULL, role TEXT NOT NULL, "to" TEXT NOT NULL, PRIMARY KEY("from", role, "to")) STRICT, WITHOUT ROWID;
    CREATE INDEX link_to ON link("to", role);

    CREATE TABLE journal(
      seq INTEGER PRIMARY KEY, act TEXT NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL, record TEXT NOT NULL, kind TEXT NOT NULL, shape INTEGER NOT NULL,
      verb TEXT NOT NULL, compartment TEXT, head BLOB NOT NULL, leaf BLOB NOT NULL, salt BLOB, image BLOB
    ) STRICT;
    CREATE INDEX journal_record ON journal(record, seq);

    CREATE TABLE search_text(
      rowid INTEGER PRIMARY KEY, record TEXT NOT NULL, part TEXT NOT NULL DEFAULT '', number TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, UNIQUE(record, part)
    ) STRICT;
    CREATE VIRTUAL TABLE fts USING fts5(number, title, text, content='search_text', content_rowid='rowid', prefix='2', tokenize="unicode61 remove_diacritics 2");
    CREATE TRIGGER search_text_in AFTER INSERT ON search_text BEGIN
      INSERT INTO fts(rowid, number, title, text) VALUES (new.rowid, new.number, new.title, new.text);
    END;
    CREATE TRIGGER search_text_out AFTER DELETE ON search_text BEGIN
      INSERT INTO fts(fts, rowid, number, title, text) VALUES ('delete', old.rowid, old.number, old.title, old.text);
    END;
    CREATE TRIGGER search_text_over AFTER UPDATE ON search_text BEGIN
      INSERT INTO fts(fts, rowid, number, title, text) VALUES ('delete', old.rowid, old.number, old.title, old.text);
      INSERT INTO fts(rowid, number, title, text) VALUES (new.rowid, new.number, new.title, new.text);
    END;

    CREATE TABLE blob(sha256 TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, bytes INTEGER NOT NULL, key BLOB NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE draft(form TEXT NOT NULL, record TEXT NOT NULL, body TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY(form, record)) STRICT, WITHOUT ROWID;
    CREATE TABLE counter(prefix TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE head(
      one INTEGER PRIMARY KEY CHECK(one = 1), vault TEXT NOT NULL, incarnation INTEGER NOT NULL, generation INTEGER NOT NULL, size INTEGER NOT NULL, frontier BLOB NOT NULL,
      leaf BLOB NOT NULL, at INTEGER NOT NULL, public_key BLOB NOT NULL, signing_key BLOB NOT NULL
    ) STRICT;
  `,
};
