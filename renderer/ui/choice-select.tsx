import type { SelectProps } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { bestFits } from './fits.ts';
import { Select } from './select.tsx';

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}
export interface ChoiceSelectProps extends Pick<SelectProps, 'label' | 'description' | 'error' | 'placeholder' | 'clearable' | 'limit'> {
  readonly data: readonly ChoiceOption[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** It has the focus when the dialog opens. */
  readonly first?: boolean;
}

/**
 * One of a list, by pointer or by its first letters: typing shows what fits with the best first, Enter takes the first, and so does leaving the field by Tab or
 * saving the form. The list opens on typing, on the arrow keys or on a click, not on merely passing through.
 */
export function ChoiceSelect({ data, value, onChange, first, ...about }: ChoiceSelectProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const leaves = event.key === 'Tab' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!leaves) return;
    const typed = event.currentTarget.value.trim();
    if (typed === '' || typed === data.find((one) => one.value === value)?.label) return;
    const fitting = bestFits(data, typed, ({ label }) => label);
    // What the arrow keys have marked goes before what fits best.
    const list = document.getElementById(event.currentTarget.getAttribute('aria-controls') ?? '');
    const marked = list?.querySelector('[data-combobox-selected]')?.getAttribute('value');
    const next = fitting.find((one) => one.value === marked) ?? fitting[0];
    if (next && next.value !== value) onChange(next.value);
  };
  return (
    <Select
      {...about}
      data={[...data]}
      value={value}
      onChange={onChange}
      searchable
      selectFirstOptionOnChange
      openOnFocus={false}
      // Proof of the cast: the options are those of `data`, which has no groups.
      filter={({ options, search }) => [...bestFits(options as ChoiceOption[], search, ({ label }) => label)]}
      onKeyDown={onKeyDown}
      {...(first && { 'data-autofocus': true })}
    />
  );
}
