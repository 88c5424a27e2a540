import { keyOptions, keyUsage, newPassphraseOptions, newPassphraseUsage, misuse, type Command, type Desk, type Given, type Outcome } from './command.ts';
import { effortGiven, newPassphrase } from './keys.ts';
import { personJson, personNamed } from './people.ts';
import { withVault, type Opened } from './with-vault.ts';

/** What taking a key away cannot do, said every time it is done. */
const removalSays =
  'This vault opens to them no more. It does not reach copies: whoever keeps an older copy of the folder, or a backup, and the old passphrase can still read that copy. What they signed can still be checked.';

export const personAdd: Command = {
  name: 'person add',
  usage: `person add VAULT --name NAME [--grant people] ${newPassphraseUsage} ${keyUsage}`,
  says: 'Gives somebody a passphrase and a signing key of their own. --grant people lets them read what is sealed about persons; without it they see numbers and states of it.',
  options: { ...keyOptions, ...newPassphraseOptions, name: { type: 'string' }, grant: { type: 'string', multiple: true } },
  operands: [1, 1],
  run: (given, desk) => {
    const name = given.option('name') ?? misuse('Say who: --name NAME. It stands in the history beside everything they do, for ever.');
    const effort = effortGiven(given);
    return withVault(
      given,
      desk,
      async ({ vault }) => {
        const passphrase = await newPassphrase(given, desk);
        const person = await vault.people.add({ name, passphrase }, given.options('grant'));
        return { json: { person: personJson(person) }, words: [`${person.name} opens the vault from now on.`] };
      },
      { kdf: effort },
    );
  },
};

/** A command that changes one person, named as the second operand. */
function changing(
  verb: string,
  usage: string,
  says: string,
  options: Command['options'],
  operands: Command['operands'],
  work: (opened: Opened, slot: string, given: Given, desk: Desk) => Promise<readonly string[]>,
): Command {
  return {
    name: `person ${verb}`,
    usage: `person ${verb} VAULT NAME ${usage}${keyUsage}`,
    says,
    options: { ...keyOptions, ...options },
    operands,
    run: (given, desk): Promise<Outcome> =>
      withVault(given, desk, async (opened) => {
        const { slot } = personNamed(opened, given.operand(1, 'a person'));
        const words = await work(opened, slot, given, desk);
        const person = opened.vault.people.list().find((one) => one.slot === slot);
        return { json: { person: person ? personJson(person) : null }, words };
      }),
  };
}

const compartmentOf = (given: Given): string => given.operands[2] ?? 'people';

export const personRename = changing(
  'rename',
  '--to NAME ',
  'Gives a person another name. Key and history stay theirs; nobody else may ever bear the old name.',
  { to: { type: 'string' } },
  [2, 2],
  async ({ vault }, slot, given) => {
    const { name, formerly } = await vault.people.rename(slot, given.option('to') ?? misuse('Say the new name: --to NAME.'));
    return [`${formerly.at(-1) ?? ''} is ${name} from now on. What was done before stands under the old name.`];
  },
);

export const personRemove = changing('remove', '', 'Takes a person’s key away.', {}, [2, 2], async ({ vault }, slot, given) => {
  await vault.people.remove(slot);
  return [`${given.operand(1, 'a person')} is removed.`, removalSays];
});

export const personGrant = changing('grant', '[people] ', 'Lets a person read what is sealed in a compartment.', {}, [2, 3], async ({ vault }, slot, given) => {
  await vault.people.grant(slot, compartmentOf(given));
  return [`${given.operand(1, 'a person')} may read ${compartmentOf(given)} from their next unlocking on.`];
});

export const personRevoke = changing('revoke', '[people] ', 'Takes a compartment away from a person.', {}, [2, 3], async ({ vault }, slot, given) => {
  await vault.people.revoke(slot, compartmentOf(given));
  return [
    `${given.operand(1, 'a person')} no longer holds ${compartmentOf(given)}.`,
    'This does not reach copies: with an older copy of the folder and their passphrase they can still read that copy.',
  ];
});

export const personCommands = [personAdd, personRename, personRemove, personGrant, personRevoke] as const;
