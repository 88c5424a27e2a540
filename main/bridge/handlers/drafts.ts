import type { Contract } from '../../../shared/contract/contract.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';

type Drafts = Pick<Handlers<Contract>, 'drafts.read' | 'drafts.save' | 'drafts.discard'>;

/** What is typed and not yet saved. */
export function draftHandlers({ session }: Pick<Context, 'session'>): Drafts {
  return {
    'drafts.read': ({ form, record }) => session.opened().records.drafts.read(form, record),
    'drafts.save': ({ form, record, body }) => session.opened().records.drafts.save(form, record, body),
    'drafts.discard': async ({ form, record }) => {
      await session.opened().records.drafts.discard(form, record);
      return {};
    },
  };
}
