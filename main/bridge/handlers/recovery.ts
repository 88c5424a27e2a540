import type { Contract } from '../../../shared/contract/contract.ts';
import { refuse } from '../../../shared/failure/failure.ts';
import { fileDestination } from '../../exchange/file-destination.ts';
import { pressRecoverySheet } from '../../filings/recovery-sheet.ts';
import { drill } from '../../vault/drill.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';
import { peopleIn } from './people.ts';

export type RecoveryHandlers = Pick<Handlers<Contract>, 'recovery.renew' | 'recovery.confirm' | 'recovery.sheet' | 'recovery.drill'>;

const unitOf = { copy: 'step', pages: 'page', journal: 'entry', records: 'record', files: 'byte' } as const;

/** The recovery key of the open vault: new words, the sheet, the proof that the paper can be read, and the yearly drill. */
export function recoveryHandlers({ session, clock, line, printer, random, runJob, vaultSetting }: Context): RecoveryHandlers {
  const savedTo = async (name: string) => {
    const { path } = await line.ask('place.saveAs', { name });
    return path === null ? refuse({ code: 'cancelled' }) : fileDestination(path, Buffer.from(random(8)).toString('hex'));
  };
  return {
    'recovery.renew': async () => {
      const { people } = session.opened().vault;
      const words = await people.renewRecovery();
      session.hold(words);
      return { words, sheet: people.recovery()?.sheet ?? '' };
    },
    'recovery.confirm': async ({ words }) => {
      await session.opened().vault.people.confirmRecovery(words);
      return peopleIn({ session });
    },
    'recovery.sheet': async ({ words, print }, { signal, tell }) => {
      const { vault, records } = session.opened();
      vault.people.checkRecovery(words);
      const destination = print === undefined ? await savedTo('recovery-key.pdf') : printer.destination(print, 'recovery-key.pdf', { signal, tell });
      const { file } = await pressRecoverySheet({ vault, records, clock, runJob }, words, destination, { signal, tell });
      return { savedAs: file };
    },
    'recovery.drill': async ({ words }, { signal, tell }) => {
      const { vault, records } = session.opened();
      const {
        ok,
        entries,
        records: checked,
        blobs,
        findings,
      } = await drill(vault, words, vaultSetting, {
        upgrade: records.upgrade,
        compare: records.compare,
        signal,
        tell: ({ part, done, of }) => tell({ done, of, unit: unitOf[part], what: part }),
      });
      return { ok, entries, records: checked, files: blobs, findings: findings.map(({ part, what }) => ({ part, what })) };
    },
  };
}
