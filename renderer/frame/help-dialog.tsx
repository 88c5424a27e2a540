import { Kbd, Modal } from '@mantine/core';
import { setScreen, useScreen } from '../screen/screen.ts';
import { help, shell, shortcuts } from '../words/shell.ts';
import styles from './dialogs.module.css';

/** All shortcuts. */
export function HelpDialog() {
  const opened = useScreen((now) => now.help);
  return (
    <Modal opened={opened} onClose={() => setScreen({ help: false })} title={help.title} size={760} centered closeButtonProps={{ 'aria-label': shell.close }}>
      <p className="muted">{help.intro}</p>
      <dl className={styles.keys}>
        {shortcuts.map(([keys, does]) => (
          <div key={keys}>
            <dt>{keys.split(' ').map((key) => (/^[a-z]/.test(key) ? <span key={key}>{key}</span> : <Kbd key={key}>{key}</Kbd>))}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
