import type { Contract } from '../../../shared/contract/contract.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';

const unitOf = { pages: 'page', journal: 'entry', records: 'record', files: 'byte' } as const;

/** Checking the vault itself. */
export function vaultHandlers({ session }: Pick<Context, 'session'>): Pick<Handlers<Contract>, 'vault.verify'> {
  return {
    'vault.verify': async (_question, { signal, tell }) => {
      const { vault, records } = session.opened();
      const { ok, entries, root, findings } = await vault.verify({
        upgrade: records.upgrade,
        compare: records.compare,
        signal,
        tell: ({ part, done, of }) => tell({ done, of, unit: unitOf[part], what: part }),
      });
      return { ok, entries, root, findings: findings.map(({ part, what }) => ({ part, what })) };
    },
  };
}
