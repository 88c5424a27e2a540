import { SegmentedControl } from '@mantine/core';

interface ChooseLookProps<Look extends string> {
  readonly label: string;
  readonly looks: readonly Look[];
  readonly words: Readonly<Record<Look, string>>;
  readonly value: Look;
  readonly onChange: (look: Look) => void;
}

/** In which of a few ways a page shows the same. */
export function ChooseLook<Look extends string>({ label, looks, words, value, onChange }: ChooseLookProps<Look>) {
  return (
    <SegmentedControl
      aria-label={label}
      value={value}
      onChange={(chosen) => {
        const look = looks.find((one) => one === chosen);
        if (look !== undefined) onChange(look);
      }}
      data={looks.map((look) => ({ value: look, label: words[look] }))}
    />
  );
}
