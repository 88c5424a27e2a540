import { SegmentedControl } from '@mantine/core';
import { usePageActs } from './page-button.tsx';

interface ChooseLookProps<Look extends string> {
  readonly label: string;
  readonly looks: readonly Look[];
  readonly words: Readonly<Record<Look, string>>;
  readonly value: Look;
  readonly onChange: (look: Look) => void;
}

/** In which of a few ways a page shows the same; the others by name from the search window too. */
export function ChooseLook<Look extends string>({ label, looks, words, value, onChange }: ChooseLookProps<Look>) {
  usePageActs(looks.filter((look) => look !== value).map((look) => ({ name: `${label}: ${words[look]}`, act: () => onChange(look) })));
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
