import type { Contract } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../main/bridge/serve.ts';
import { refuse } from '../../shared/failure/failure.ts';

export type KeptDrafts = Map<string, { body: unknown; at: number }>;

/** What is typed and not yet saved, in memory; refused while the drive is full. */
export function fakeDrafts(drafts: KeptDrafts, tick: () => number, isFull: () => boolean): Pick<Handlers<Contract>, 'drafts.read' | 'drafts.save' | 'drafts.discard'> {
  const keyOf = (form: string, record: string | null): string => `${form} ${record}`;
  return {
    'drafts.read': ({ form, record }) => drafts.get(keyOf(form, record)) ?? null,
    'drafts.save': ({ form, record, body }) => {
      if (isFull()) refuse({ code: 'disk-full', file: 'vault.db' });
      const at = tick();
      drafts.set(keyOf(form, record), { body, at });
      return { at };
    },
    'drafts.discard': ({ form, record }) => {
      drafts.delete(keyOf(form, record));
      return {};
    },
  };
}
