import { Modal } from '@mantine/core';
import { useState } from 'react';
import { settings as words } from '../../words/settings.ts';
import { shell } from '../../words/shell.ts';
import { thirdParties, type ThirdParty } from './third-parties.ts';
import styles from './settings.module.css';
import { PageButton } from '../../ui/page-button.tsx';

/** The licenses of everything that is shipped beside our own code, read when they are asked for: they are longer than the window's own program. */
export function Notices() {
  const [all, setAll] = useState<readonly ThirdParty[] | null>(null);
  const open = async (): Promise<void> => setAll(thirdParties((await import('../../../THIRD-PARTY-NOTICES.md?raw')).default));
  return (
    <>
      <PageButton className={styles.act} onClick={() => void open()}>
        {words.notices}
      </PageButton>
      <Modal opened={all !== null} onClose={() => setAll(null)} title={words.notices} size={720} centered closeButtonProps={{ 'aria-label': shell.close }}>
        <p className={styles.dialogNote}>{words.noticesNote(all?.length ?? 0)}</p>
        <div className={styles.notices} tabIndex={0} role="region" aria-label={words.notices}>
          <ul>
            {all?.map((one) => (
              <li key={`${one.name} ${one.version}`}>
                <Notice one={one} />
              </li>
            ))}
          </ul>
        </div>
      </Modal>
    </>
  );
}

/** One package; the words of its license are opened under its name. */
function Notice({ one: { name, version, license, words: text } }: { one: ThirdParty }) {
  const head = (
    <>
      <span className="strong">{name}</span> <span className="muted">{version}</span>
      <span className={styles.license}>{license}</span>
    </>
  );
  if (text === '') return <p className={styles.notice}>{head}</p>;
  return (
    <details>
      <summary className={styles.notice}>{head}</summary>
      <pre className={styles.licenseWords}>{text}</pre>
    </details>
  );
}
