import { TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { firstSettings } from '../../../shared/contract/settings.ts';
import { saveSettings } from '../../screen/settings.ts';
import { PageButton } from '../../ui/page-button.tsx';
import { settingFinder as words } from '../../words/setting-finder.ts';
import type { SettingsFound } from '../../words/setting-names.ts';
import { useChangedSettings } from './setting.tsx';
import styles from './settings.module.css';

/** Brings the keys to the first control that was found. */
function goToFirst(): void {
  const [first] = document.querySelectorAll<HTMLElement>('[data-settings] :is([data-setting], section)');
  first?.querySelector<HTMLElement>('input:not([disabled]), button:not([disabled]), [tabindex="0"]')?.focus();
}

/** Finds settings by words, and puts all of them back. Enter or the arrow down goes to the first that was found, Esc shows all again. */
export function SettingFinder({ typed, onType, found }: { typed: string; onType: (typed: string) => void; found: SettingsFound | null }) {
  const changed = useChangedSettings();
  const [said, setSaid] = useState('');
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && typed !== '') {
      event.preventDefault();
      event.stopPropagation();
      onType('');
    }
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      goToFirst();
    }
  };
  return (
    <div className={styles.finder} role="search">
      <TextInput
        aria-label={words.find}
        placeholder={words.find}
        value={typed}
        w={280}
        data-find
        onChange={(event) => {
          onType(event.currentTarget.value);
          setSaid('');
        }}
        onKeyDown={onKeyDown}
      />
      <span className="muted" role="status">
        {said !== '' ? said : found === null ? '' : words.found(found.settings.size, found.sections.size)}
      </span>
      {changed.length > 0 && (
        <PageButton
          onClick={() => {
            void saveSettings(firstSettings);
            setSaid(words.wasReset);
          }}
        >
          {words.resetAll(changed.length)}
        </PageButton>
      )}
    </div>
  );
}
