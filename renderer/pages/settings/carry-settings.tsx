import { Button, FileButton, Modal } from '@mantine/core';
import { useState } from 'react';
import { longestSettingsFile, readSettingsText } from '../../../shared/contract/settings-file.ts';
import { settingKeys, type Settings } from '../../../shared/contract/settings.ts';
import { vault } from '../../bridge.ts';
import { changesInFile, type FileChanges } from './settings-in-file.ts';
import { saveSettings } from '../../screen/settings.ts';
import { setScreen, useScreen, useWritable } from '../../screen/screen.ts';
import { PageButton } from '../../ui/page-button.tsx';
import { Heads } from '../../ui/heads.tsx';
import { settingFinder as words } from '../../words/setting-finder.ts';
import { settingNames, settingSays } from '../../words/setting-names.ts';
import { shell } from '../../words/shell.ts';
import styles from './settings.module.css';

/** Carries settings to another computer: out through the one exit, in by a look at what would change. */
export function CarrySettings() {
  const writable = useWritable();
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState<FileChanges | null>(null);
  const write = async (): Promise<void> => {
    const answer = await vault.ask('settings.export', {});
    if (answer.ok) setSaid(words.written(answer.reply.file, answer.reply.release));
    else if (answer.failure.code !== 'cancelled') setScreen({ failure: answer.failure });
  };
  const take = async (file: File | null): Promise<void> => {
    if (file === null) return;
    if (file.size > longestSettingsFile) return setSaid(words.tooLong);
    const read = readSettingsText(await file.text());
    if (read === null) return setSaid(words.notSettings);
    const { settings, fixed } = useScreen.getState();
    const changes = changesInFile(read, settings, fixed.fixed);
    if (Object.keys(changes.settings).length === 0 && changes.leftOut.length === 0) return setSaid(words.nothingNew);
    setSaid('');
    setAsking(changes);
  };
  return (
    <>
      <p className="muted">{words.carryNote}</p>
      <div className={styles.row}>
        {writable && <PageButton onClick={() => void write()}>{words.write}</PageButton>}
        <FileButton accept="application/json,.json" onChange={(file) => void take(file)}>
          {({ onClick }) => <PageButton onClick={onClick}>{words.take}</PageButton>}
        </FileButton>
      </div>
      <p role="status" className={said === '' ? undefined : styles.done}>
        {said}
      </p>
      {asking && <TakeDialog changes={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

/** What a file would change, setting by setting, before it does. */
function TakeDialog({ changes, onClose }: { changes: FileChanges; onClose: () => void }) {
  const settings = useScreen((now) => now.settings);
  const keys = settingKeys.filter((key) => key in changes.settings);
  const after: Settings = { ...settings, ...changes.settings };
  return (
    <Modal opened onClose={onClose} title={words.title} size={640} centered closeButtonProps={{ 'aria-label': shell.close }}>
      {keys.length === 0 ? (
        <p>{words.nothingNew}</p>
      ) : (
        <>
          <p className={styles.dialogNote}>{words.note}</p>
          <table className={styles.taken}>
            <thead>
              <tr>
                <Heads names={words.heads} />
              </tr>
            </thead>
            <tbody>
              {keys.map((key) => (
                <tr key={key}>
                  <th scope="row">{settingNames[key]}</th>
                  <td className="muted">{settingSays(key, settings)}</td>
                  <td>{settingSays(key, after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {changes.leftOut.length > 0 && (
        <>
          <p className={styles.waiting}>{words.leftOut}</p>
          <ul className={styles.findings}>
            {changes.leftOut.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.acts}>
        {keys.length > 0 && (
          <Button
            variant="filled"
            onClick={() => {
              void saveSettings(changes.settings);
              onClose();
            }}
          >
            {words.takeThem}
          </Button>
        )}
        <Button onClick={onClose} data-autofocus>
          {words.leave}
        </Button>
      </div>
    </Modal>
  );
}
