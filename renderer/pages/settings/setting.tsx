import { Button } from '@mantine/core';
import { createContext, type ReactNode, useContext } from 'react';
import { firstSettings, settingKeys, type Settings } from '../../../shared/contract/settings.ts';
import { saveSettings } from '../../screen/settings.ts';
import { useScreen } from '../../screen/screen.ts';
import { usePageAct } from '../../ui/page-button.tsx';
import { settingHelp, settingNames, settingSays, type SettingsFound } from '../../words/setting-names.ts';
import { settingFinder as words } from '../../words/setting-finder.ts';
import { Mark } from '../../ui/mark.tsx';
import styles from './settings.module.css';

/** What the search of the page found; null where nothing is searched for. */
export const FoundSettings = createContext<SettingsFound | null>(null);

/** Whether somebody set it otherwise than it comes. */
export const isChanged = (key: keyof Settings, settings: Settings): boolean => JSON.stringify(settings[key]) !== JSON.stringify(firstSettings[key]);
/** Settings that were changed here and may be changed. */
export const useChangedSettings = (): readonly (keyof Settings)[] => {
  const settings = useScreen((now) => now.settings);
  const { fixed } = useScreen((now) => now.fixed);
  return settingKeys.filter((key) => isChanged(key, settings) && !fixed.includes(key));
};

interface SettingProps {
  readonly of: keyof Settings;
  /** Its control; `fixed` where nobody can change it here. */
  readonly children: (fixed: boolean) => ReactNode;
}

/** One setting: its control, what it does in plain words, whether it is fixed here, and the way back to how it comes. Left out where a search did not find it. */
export function Setting({ of, children }: SettingProps) {
  const found = useContext(FoundSettings);
  const settings = useScreen((now) => now.settings);
  const fixed = useScreen((now) => now.fixed.fixed.includes(of));
  const mayReset = !fixed && isChanged(of, settings);
  const first = settingSays(of, firstSettings);
  const name = words.resetOf(settingNames[of], first);
  const reset = (): void => void saveSettings({ [of]: firstSettings[of] });
  usePageAct(name, reset, mayReset);
  if (found !== null && !found.settings.has(of)) return null;
  return (
    <div className={styles.setting} data-setting={of}>
      {children(fixed)}
      <p className={styles.help}>{settingHelp[of]}</p>
      {fixed && (
        <p className={styles.fixed}>
          <Mark shape="squareFull" tone="plain" /> {words.fixed}
        </p>
      )}
      {mayReset && (
        <p className={styles.reset}>
          <Button variant="subtle" size="compact-sm" aria-label={name} onClick={reset}>
            {words.reset}
          </Button>
          <span className="muted">{words.at(first)}</span>
        </p>
      )}
    </div>
  );
}

/** A control that has no label of its own, under its name: that is read by the control's own `aria-label`. */
export function Labelled({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <p className={styles.name} aria-hidden>
        {name}
      </p>
      {children}
    </>
  );
}
