import path from 'node:path';
import type { Contract } from '../../../shared/contract/contract.ts';
import { refuse } from '../../../shared/failure/failure.ts';
import { backUp } from '../../exchange/back-up.ts';
import { backupState } from '../../exchange/backup-reminder.ts';
import { checkBackup } from '../../exchange/check-backup.ts';
import { fileDestination } from '../../exchange/file-destination.ts';
import { knownBackups, madeAt, markDestroyed } from '../../vault/vault.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';
import { openGranted } from '../open-granted.ts';
import { dayTextAt } from '../today.ts';

/** Backups of the open vault: when the last one was, taking one, and what became of them. */
export function backupHandlers({
  clock,
  grants,
  line,
  random,
  session,
}: Context): Pick<Handlers<Contract>, 'backups.state' | 'backups.save' | 'backups.check' | 'backups.destroyed'> {
  return {
    'backups.state': () => {
      const { vault, records } = session.opened();
      const backups = knownBackups(vault.reader, vault.id);
      return { ...backupState(backups, { seq: records.reading().seq, madeAt: madeAt(vault.reader), now: clock() }), backups };
    },
    'backups.save': async ({ recipients }, { signal, tell }) => {
      const { vault } = session.opened();
      const { instant, zone } = clock();
      const name = `${vault.name} ${dayTextAt(instant, zone)}.cordon.tar${recipients.length > 0 ? '.age' : ''}`;
      const { path: chosen } = await line.ask('place.saveAs', { name });
      if (chosen === null) return refuse({ code: 'cancelled' });
      const inside = path.relative(vault.folder, chosen);
      if (inside !== '' && !inside.startsWith('..') && !path.isAbsolute(inside))
        refuse({ code: 'file-unwritable', file: path.basename(chosen), why: 'a backup inside the vault is lost with it; choose a folder elsewhere, best on another drive' });
      const { file, bytes, sha256, seq, blobs, unsound, locked } = await backUp(vault, {
        destination: fileDestination(chosen, Buffer.from(random(8)).toString('hex')),
        recipients,
        signal,
        tell: ({ done, of }) => tell({ done, of, unit: 'byte', what: 'backup' }),
      });
      return { file, bytes, sha256, seq, blobs, unsound, locked };
    },
    'backups.check': async ({ token }, { signal, tell }) => {
      const { vault } = session.opened();
      const file = await openGranted(grants.take(token), clock().instant);
      try {
        const { backup, recorded } = await checkBackup(vault, file, { signal, tell: (done) => tell({ done, of: file.bytes, unit: 'byte', what: 'checking' }) });
        return { file: file.name, entry: backup?.entry ?? null, recorded };
      } finally {
        await file.close();
        grants.forget(token);
      }
    },
    'backups.destroyed': async ({ entry, reason }) => {
      const { vault } = session.opened();
      if (!knownBackups(vault.reader, vault.id).some((one) => one.entry === entry && one.destroyed === null))
        refuse({ code: 'misuse', why: 'This vault knows of no such backup.' });
      await vault.change({}, (tx) => markDestroyed(tx, vault.id, entry, reason));
      return {};
    },
  };
}
