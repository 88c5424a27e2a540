import type { Contract } from '../../../shared/contract/contract.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';

type Names = 'records.erasure' | 'records.erase' | 'records.sequester' | 'records.lift';

/** Closing content to everybody, and taking it out for ever. */
export function erasureHandlers({ session }: Pick<Context, 'session'>): Pick<Handlers<Contract>, Names> {
  const records = () => session.opened().records;
  return {
    'records.erasure': ({ numbers }) => {
      const { records: touched, files, hinders, floors, mentionedBy, releases, backups } = records().erasure(numbers);
      return { records: [...touched], files, hinders: [...hinders], floors: [...floors], mentionedBy: [...mentionedBy], releases: [...releases], backups: [...backups] };
    },
    'records.erase': async ({ numbers, authority }, { signal, tell }) =>
      done(await records().erase(numbers, authority, { signal, tell: (what) => tell({ done: what === 'waiting' ? 0 : 1, of: 2, unit: 'step', what }) })),
    'records.sequester': async ({ numbers, authority }) => done(await records().sequester(numbers, authority)),
    'records.lift': async ({ numbers, reason }) => done(await records().lift(numbers, reason)),
  };
}

const done = ({ numbers, act }: { readonly numbers: string[]; readonly act: string }) => ({ numbers, act });
