import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { settings as words } from '../../words/settings.ts';
import { shell } from '../../words/shell.ts';
import styles from './settings.module.css';

/** The licenses of everything that is shipped beside our own code, read when they are asked for: they are longer than the window's own program. */
export function Notices() {
  const [text, setText] = useState<string | null>(null);
  const open = async (): Promise<void> => setText((await import('../../../THIRD-PARTY-NOTICES.md?raw')).default);
  return (
    <>
      <Button className={styles.act} onClick={() => void open()}>
        {words.notices}
      </Button>
      <Modal opened={text !== null} onClose={() => setText(null)} title={words.notices} size={860} centered closeButtonProps={{ 'aria-label': shell.close }}>
        <pre className={styles.notices} tabIndex={0} role="region" aria-label={words.notices}>
          {text}
        </pre>
      </Modal>
    </>
  );
}
