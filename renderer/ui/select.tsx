import {
  Autocomplete as WholeAutocomplete,
  MultiSelect as WholeMultiSelect,
  Select as WholeSelect,
  type AutocompleteProps,
  type MultiSelectProps,
  type SelectProps,
} from '@mantine/core';
import { type FocusEvent, useState } from 'react';

type Field = Pick<SelectProps, 'comboboxProps' | 'onFocus'>;

/**
 * Has the list of a field made when somebody comes to the field and not with the page: made with it, hundreds of options are drawn, hidden and placed before the page is seen, for
 * each field of a form.
 */
function useLateList({ comboboxProps, onFocus }: Field): Field {
  const [met, setMet] = useState(false);
  return {
    comboboxProps: { transitionProps: { duration: 0 }, ...comboboxProps, keepMounted: met },
    onFocus: (event: FocusEvent<HTMLInputElement>) => {
      setMet(true);
      onFocus?.(event);
    },
  };
}

/** Mantine's select with a late list. */
export const Select = (props: SelectProps) => <WholeSelect {...props} {...useLateList(props)} />;
/** As `Select`, for several of a list. */
export const MultiSelect = (props: MultiSelectProps) => <WholeMultiSelect {...props} {...useLateList(props)} />;
/** As `Select`, for free words with some that are offered. */
export const Autocomplete = (props: AutocompleteProps) => <WholeAutocomplete {...props} {...useLateList(props)} />;
