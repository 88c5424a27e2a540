// Writes a database anew and kills itself at the n-th thing it asks of SQLite on the way; says how many there were when it comes to the end.
import Sqlite from 'better-sqlite3-multiple-ciphers';
import { writeAnew } from '../../main/vault/write-anew.ts';

const [file = '', key = '', at = ''] = process.argv.slice(2);
let asked = 0;
const counted = <A extends unknown[], R>(ask: (...args: A) => R) =>
  function (this: unknown, ...args: A): R {
    if (++asked === Number(at)) process.kill(process.pid, 'SIGKILL');
    return ask.apply(this, args);
  };
for (const name of ['exec', 'pragma', 'prepare', 'close'] as const) Sqlite.prototype[name] = counted(Sqlite.prototype[name] as never) as never;
// Statements have no class of their own that could be reached but by one of them.
const statement = Object.getPrototypeOf(new Sqlite(':memory:').prepare('SELECT 1')) as { run: (...args: unknown[]) => unknown };
statement.run = counted(statement.run);
asked = 0;
writeAnew(file, Buffer.from(key, 'hex'), undefined);
// And once when all is done.
if (asked + 1 === Number(at)) process.kill(process.pid, 'SIGKILL');
process.stdout.write(String(asked + 1));
