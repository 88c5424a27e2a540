import Sqlite from 'better-sqlite3-multiple-ciphers';
import { openDatabase } from '../database.ts';
import { migrate } from '../shape.ts';

/** Brings a database to the newest shape and kills itself at the n-th thing it asks of SQLite on the way; says how many there were when it comes to the end. */
const [file = '', key = '', at = ''] = process.argv.slice(2);
const db = openDatabase(file, Buffer.from(key, 'hex'), {});
let asked = 0;
const counted = <A extends unknown[], R>(ask: (...args: A) => R) =>
  function (this: unknown, ...args: A): R {
    if (++asked === Number(at)) process.kill(process.pid, 'SIGKILL');
    return ask.apply(this, args);
  };
for (const name of ['exec', 'pragma', 'prepare'] as const) Sqlite.prototype[name] = counted(Sqlite.prototype[name] as never) as never;
migrate(db, file, Buffer.from(key, 'hex'), undefined);
// And once when all is done.
if (asked + 1 === Number(at)) process.kill(process.pid, 'SIGKILL');
process.stdout.write(String(asked + 1));
db.close();
