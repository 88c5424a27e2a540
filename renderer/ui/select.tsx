import { Select as WholeSelect, type SelectProps } from '@mantine/core';
import { useState } from 'react';

/**
 * Mantine's select, whose list is made when somebody comes to the field and not with the page: made with it, hundreds of options are drawn, hidden and placed
 * before the page is seen, for each field of a form.
 */
export function Select({ comboboxProps, onFocus, ...about }: SelectProps) {
  const [met, setMet] = useState(false);
  return (
    <WholeSelect
      {...about}
      comboboxProps={{ transitionProps: { duration: 0 }, ...comboboxProps, keepMounted: met }}
      onFocus={(event) => {
        setMet(true);
        onFocus?.(event);
      }}
    />
  );
}
