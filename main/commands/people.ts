import { momentAt } from '../../shared/calendar/instant.ts';
import { dayText } from '../../shared/calendar/day.ts';
import { minisignKey, type Person } from '../vault/vault.ts';
import { keyOptions, keyUsage, misuse, type Command, type Desk } from './command.ts';
import { withVault, type Opened } from './with-vault.ts';

export const day = (instant: number, { clock }: Desk): string => dayText(momentAt(instant, clock().zone).day);

/** A person as `--json` gives them. The keys are what a stranger checks signatures with: raw Ed25519, and the line that `minisign -P` takes. */
export const personJson = ({ slot, name, state, publicKey, since, compartments, formerly, human }: Person) => ({
  slot,
  name,
  state,
  publicKey,
  minisign: publicKey === null ? null : minisignKey(publicKey),
  since,
  compartments: [...compartments],
  formerly: [...formerly],
  human,
});

/** The person who opens the vault under this name. Refuses `misuse`. */
export function personNamed({ vault }: Opened, typed: string): Person {
  const wanted = typed.normalize('NFKC').trim().toLowerCase();
  const found = vault.people.list().find(({ name, state }) => state === 'person' && name.normalize('NFKC').toLowerCase() === wanted);
  return found ?? misuse(`Nobody of the name "${typed}" opens this vault. cordon people lists who does.`);
}

const states = { person: 'opens the vault', former: 'former', recovery: 'opens the vault, signs as nobody' } as const;

export const people: Command = {
  name: 'people',
  usage: `people VAULT ${keyUsage}`,
  says: 'Lists who can open the vault and who once could, with the public keys that check what they signed.',
  options: keyOptions,
  operands: [1, 1],
  run: (given, desk) =>
    withVault(given, desk, ({ vault }) => {
      const list = vault.people.list();
      const recovery = vault.people.recovery();
      return {
        json: { people: list.map(personJson), recovery },
        words: [
          ...list.map((one) =>
            [
              one.name.padEnd(24),
              states[one.state].padEnd(18),
              `since ${day(one.since, desk)}`,
              ...(one.compartments.length > 0 ? [`may read ${one.compartments.join(', ')}`] : []),
              ...(one.publicKey === null ? [] : [minisignKey(one.publicKey)]),
            ].join('  '),
          ),
          ...(recovery ? [recoveryWords(recovery, desk)] : []),
        ],
      };
    }),
};

function recoveryWords({ sheet, confirmedAt, drilledAt }: NonNullable<ReturnType<Opened['vault']['people']['recovery']>>, desk: Desk): string {
  const checked = confirmedAt === null ? 'its words were never typed back' : `typed back on ${day(confirmedAt, desk)}`;
  return `Recovery sheet ${sheet}: ${checked}; ${drilledAt === null ? 'no drill yet' : `last drill on ${day(drilledAt, desk)}`}.`;
}
