import Sqlite from 'better-sqlite3-multiple-ciphers';

/** What keeps the vault, by the libraries' own word: SQLite, its encryption, and the cipher that every vault is opened with. */
export function libraryVersions(addon: string | undefined): [string, string][] {
  const db = new Sqlite(':memory:', addon === undefined ? {} : { nativeBinding: addon });
  try {
    const one = (sql: string): string => String(db.prepare(sql).pluck().get());
    return [
      ['SQLite', one('SELECT sqlite_version()')],
      ['SQLite encryption', one('SELECT sqlite3mc_version()')],
      ['Cipher of the vault', 'sqlcipher, legacy 4 (AES-256-CBC, HMAC-SHA512)'],
      ['libsodium', 'in sodium-native 5.1.0'],
    ];
  } finally {
    db.close();
  }
}
