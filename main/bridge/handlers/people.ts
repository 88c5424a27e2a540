import type { Contract } from '../../../shared/contract/contract.ts';
import type { Context } from '../context.ts';
import { withPassphrase } from '../passphrase-bytes.ts';
import type { Handlers } from '../serve.ts';

type Names = 'people.list' | 'people.add' | 'people.rename' | 'people.remove' | 'people.grant' | 'people.revoke' | 'people.changePassphrase';
export type PeopleHandlers = Pick<Handlers<Contract>, Names>;
export type PeopleReply = Awaited<ReturnType<PeopleHandlers['people.list']>>;

/** Who can open the vault, as the window shows it. */
export function peopleIn({ session }: Pick<Context, 'session'>): PeopleReply {
  const { vault } = session.opened();
  return {
    people: vault.people.list().map(({ slot, name, state, publicKey, since, compartments, formerly }) => ({
      slot,
      name,
      state,
      publicKey,
      since,
      compartments: [...compartments],
      formerly: [...formerly],
    })),
    me: vault.person.slot,
    holds: [...vault.compartments],
    recovery: vault.people.recovery(),
  };
}

/** Adding, renaming and removing people, and what they may read. Every answer is the whole list as it is now. */
export function peopleHandlers(context: Pick<Context, 'session'>): PeopleHandlers {
  const people = () => context.session.opened().vault.people;
  const afterwards = async (work: Promise<unknown>): Promise<PeopleReply> => {
    await work;
    return peopleIn(context);
  };
  return {
    'people.list': () => peopleIn(context),
    'people.add': ({ name, passphrase, compartments }) => afterwards(withPassphrase(passphrase, (bytes) => people().add({ name, passphrase: bytes }, compartments))),
    'people.rename': ({ slot, name }) => afterwards(people().rename(slot, name)),
    'people.remove': ({ slot }) => afterwards(people().remove(slot)),
    'people.grant': ({ slot, compartment }) => afterwards(people().grant(slot, compartment)),
    'people.revoke': ({ slot, compartment }) => afterwards(people().revoke(slot, compartment)),
    'people.changePassphrase': async ({ current, passphrase }) => {
      await withPassphrase(current, (old) => withPassphrase(passphrase, (bytes) => people().changePassphrase(bytes, old)));
      return {};
    },
  };
}
