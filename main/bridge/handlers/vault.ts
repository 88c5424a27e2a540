import type { Contract } from '../../../shared/contract/contract.ts';
import { quarantine } from '../../records/quarantine.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';

/** What is counted while each part of a vault is checked. */
export const unitOf = { pages: 'page', journal: 'entry', records: 'record', files: 'byte' } as const;

/** Checking the vault itself. */
export function vaultHandlers({ clock, session }: Pick<Context, 'clock' | 'session'>): Pick<Handlers<Contract>, 'vault.verify'> {
  return {
    'vault.verify': async (_question, { signal, tell }) => {
      const { vault, records } = session.opened();
      const { ok, entries, root, findings, dates, damaged } = await vault.verify({
        upgrade: records.upgrade,
        compare: records.compare,
        signal,
        tell: ({ part, done, of }) => tell({ done, of, unit: unitOf[part], what: part }),
      });
      // What is damaged is not shown, filed or produced as if it were whole.
      if (damaged.length > 0 && vault.readOnly === null) await quarantine({ records, clock }, damaged);
      return { ok, entries, root, findings: findings.map(({ part, what }) => ({ part, what })), dates: dates.map(({ part, what }) => ({ part, what })) };
    },
  };
}
