// Set up for each file of tests that open vaults in this process: what Argon2id makes of the same passphrase and salt is the same whenever it is asked, and is
// reckoned once: it takes a tenth of a second at every making and opening. Nothing else is kept: another passphrase, salt or effort is reckoned, and the
// program's own processes (the vault process, the command line) reckon all of it.
import { createHash } from 'node:crypto';
import { callbackify } from 'node:util';
import sodium from 'sodium-native';

const mark = Symbol.for('cordon.counted-once');
const marked = sodium as typeof sodium & { [mark]?: true };

if (!marked[mark]) {
  marked[mark] = true;
  const reckoned = new Map<string, Promise<Buffer>>();
  const reckon = sodium.crypto_pwhash_async.bind(sodium);
  sodium.crypto_pwhash_async = (output, password, salt, passes, memory, algorithm, done) => {
    const asked = createHash('sha256')
      .update(JSON.stringify([Buffer.from(password).toString('hex'), Buffer.from(salt).toString('hex'), passes, memory, algorithm, output.length]))
      .digest('hex');
    let making = reckoned.get(asked);
    if (making === undefined) {
      const bytes = Buffer.alloc(output.length);
      making = new Promise((resolve, reject) => reckon(bytes, password, salt, passes, memory, algorithm, (error) => (error ? reject(error) : resolve(bytes))));
      reckoned.set(asked, making);
      // What failed is tried anew.
      making.catch(() => reckoned.delete(asked));
    }
    const key = making;
    callbackify(async () => {
      output.set(await key);
    })((error) => done(error));
  };
}
