import * as z from 'zod';
import type { Contract } from '../../../shared/contract/contract.ts';
import { saidIn, wordsMark } from '../../../shared/records/draft-place.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';

type Drafts = Pick<Handlers<Contract>, 'drafts.read' | 'drafts.save' | 'drafts.discard' | 'drafts.all'>;

const typedIn = z.object({ open: z.boolean().optional(), values: z.looseObject({ title: z.string().optional(), name: z.string().optional() }) });
/** What tells the draft of a form from others, its title or whatever stands in it, and whether the form stood open when it was sealed. */
function toldOf(body: unknown): { said: string; open: boolean } {
  const { data } = typedIn.safeParse(body);
  const said = saidIn([data?.values.title ?? data?.values.name ?? Object.values(data?.values ?? {}).find((value) => typeof value === 'string')]);
  return { said, open: data?.open ?? false };
}

/** What is typed and not yet saved. Words outside a form are for the person whose key opened the vault: a reason is given in one's own name. */
export function draftHandlers({ session }: Pick<Context, 'session'>): Drafts {
  const drafts = () => session.opened().records.drafts;
  const mine = (): string => `${wordsMark}${session.opened().vault.person.slot}:`;
  const own = (form: string): string => (form.startsWith(wordsMark) ? `${mine()}${form.slice(wordsMark.length)}` : form);
  return {
    'drafts.read': ({ form, record }) => drafts().read(own(form), record),
    'drafts.save': ({ form, record, body }) => drafts().save(own(form), record, body),
    'drafts.discard': async ({ form, record }) => {
      await drafts().discard(own(form), record);
      return {};
    },
    'drafts.all': () => ({
      drafts: drafts()
        .all(mine())
        .map(({ form, body, ...rest }) =>
          form.startsWith(wordsMark) ? { ...rest, form: `${wordsMark}${form.slice(mine().length)}`, body } : { ...rest, form, body: toldOf(body) },
        ),
    }),
  };
}
