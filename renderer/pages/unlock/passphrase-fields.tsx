import { PasswordInput, Textarea } from '@mantine/core';
import { type Ref, useEffect, useRef } from 'react';
import { people } from '../../words/people.ts';
import { unlock } from '../../words/unlock.ts';
import { Meter } from './meter.tsx';
import { strengthOf } from './strength.ts';

export interface SecretFieldProps {
  readonly label: string;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onType: (typed: string) => void;
  readonly first?: boolean | undefined;
  readonly field?: Ref<HTMLInputElement> | undefined;
}

/** Something secret, typed: hidden until it is asked for, and offered to no password store of the browser. */
export function SecretField({ label, description, error, value, onType, first = false, field }: SecretFieldProps) {
  return (
    <PasswordInput
      {...(field && { ref: field })}
      label={label}
      description={description}
      error={error}
      // The library marks the box around the field as wrong, and a reader is told of the field; the focus stays in it, so why it is wrong is said by itself.
      aria-invalid={error !== undefined}
      errorProps={{ role: 'alert' }}
      value={value}
      autoComplete="off"
      {...(first && { autoFocus: true, 'data-autofocus': true })}
      visibilityToggleButtonProps={{ 'aria-label': unlock.show }}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}

/** What opens a vault: a passphrase, or the 24 words of the recovery key. */
export function KeyField({ byWords, ...field }: SecretFieldProps & { readonly byWords: boolean }) {
  return byWords ? <WordsField {...field} /> : <SecretField {...field} />;
}

function WordsField(field: SecretFieldProps) {
  const words = useRef<HTMLTextAreaElement>(null);
  // Where it is shown, and after words that do not open the vault.
  useEffect(() => words.current?.focus(), [field.error]);
  return (
    <Textarea
      ref={words}
      label={unlock.recoveryWords}
      description={unlock.recoveryHint}
      error={field.error}
      value={field.value}
      autosize
      minRows={3}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => field.onType(event.currentTarget.value)}
      data-autofocus
    />
  );
}

/** The words of a recovery key as they were typed. */
export const wordsIn = (typed: string): string[] => typed.trim().toLowerCase().split(/\s+/);

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
  readonly first?: boolean;
}) {
  const { labels, typed, missing, onType, first } = props;
  return (
    <>
      <div>
        <SecretField label={labels[0]} error={missing.first} value={typed.first} first={first} onType={(now) => onType({ ...typed, first: now })} />
        <Meter of={strengthOf(typed.first)} />
      </div>
      <SecretField label={labels[1]} error={missing.again} value={typed.again} onType={(again) => onType({ ...typed, again })} />
    </>
  );
}
