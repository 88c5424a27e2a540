import { SegmentedControl } from '@mantine/core';
import { saveSettings } from '../../screen/settings.ts';
import { useScreen } from '../../screen/screen.ts';
import { settings as words } from '../../words/settings.ts';
import { Labelled, Setting } from './setting.tsx';

/** How the window looks: what is chosen among a few values, by the setting that has them. */
const choices = { appearance: ['system', 'light', 'dark'], density: ['regular', 'compact'] } as const;

export function LookChoices() {
  const settings = useScreen((now) => now.settings);
  return (['appearance', 'density'] as const).map((of) => (
    <Setting key={of} of={of}>
      {(isFixed) => (
        <Labelled name={words[of]}>
          <SegmentedControl
            aria-label={words[of]}
            disabled={isFixed}
            value={settings[of]}
            onChange={(value) => {
              const chosen = choices[of].find((one) => one === value);
              if (chosen) void saveSettings({ [of]: chosen });
            }}
            data={choices[of].map((value) => ({ value, label: words[value] }))}
          />
        </Labelled>
      )}
    </Setting>
  ));
}
