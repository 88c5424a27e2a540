import { PasswordInput } from '@mantine/core';
import { people } from '../../words/people.ts';
import { unlock } from '../../words/unlock.ts';
import { Meter } from '../unlock/meter.tsx';
import { strengthOf } from '../unlock/strength.ts';

export interface TypedTwice {
  readonly first: string;
  readonly again: string;
}
export const nothingTyped: TypedTwice = { first: '', again: '' };

/** What stands in the way of taking what was typed twice as a passphrase, by field. */
export const missingTwice = ({ first, again }: TypedTwice) => ({
  ...(first === '' && { first: people.missing.passphrase }),
  ...(first !== again && { again: people.missing.again }),
});

/** A new passphrase, typed twice, with what it is worth said under it. */
export function PassphraseFields(props: {
  readonly labels: readonly [first: string, again: string];
  readonly typed: TypedTwice;
  readonly missing: Partial<TypedTwice>;
  readonly onType: (typed: TypedTwice) => void;
}) {
  const { labels, typed, missing, onType } = props;
  return (
    <>
      <div>
        <PasswordInput
          label={labels[0]}
          error={missing.first}
          value={typed.first}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': unlock.show }}
          onChange={(event) => onType({ ...typed, first: event.currentTarget.value })}
        />
        <Meter of={strengthOf(typed.first)} />
      </div>
      <PasswordInput
        label={labels[1]}
        error={missing.again}
        value={typed.again}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': unlock.show }}
        onChange={(event) => onType({ ...typed, again: event.currentTarget.value })}
      />
    </>
  );
}
