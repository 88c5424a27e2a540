import type { Contract } from '../../../shared/contract/contract.ts';
import { libraryVersions } from '../../vault/library-versions.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';

/** What the program says of itself: its host's word and the vault's libraries. Open to the unlock page too: nothing of a case is in it. */
export function diagnosticsHandlers({
  line,
  clock,
  random,
  vaultSetting,
}: Pick<Context, 'line' | 'clock' | 'random' | 'vaultSetting'>): Pick<Handlers<Contract>, 'diagnostics.read' | 'faults.tell'> {
  return {
    'diagnostics.read': async () => {
      const host = await line.ask('diagnostics.read', {});
      return { ...host, versions: [...host.versions, ...libraryVersions(vaultSetting.sqliteAddon)] };
    },
    'faults.tell': async ({ error, frames }) => {
      const reference = Buffer.from(random(4)).toString('hex');
      await line.ask('fault.note', { at: clock().instant, reference, where: 'window', operation: 'page', error, frames });
      return { reference };
    },
  };
}
