import { Kbd, Modal } from '@mantine/core';
import { setScreen, useScreen } from '../screen/screen.ts';
import { help, shell, shortcutGroups } from '../words/shell.ts';
import styles from './dialogs.module.css';

/** All shortcuts, by where they do something. */
export function HelpDialog() {
  const opened = useScreen((now) => now.help);
  return (
    <Modal opened={opened} onClose={() => setScreen({ help: false })} title={help.title} size={1120} centered closeButtonProps={{ 'aria-label': shell.close }}>
      <p className="muted">{help.intro}</p>
      <div className={styles.keys}>
        {shortcutGroups.map(([where, rows]) => (
          <section key={where}>
            <h3>{where}</h3>
            <dl>
              {rows.map(([keys, does]) => (
                <div key={keys}>
                  <dt>{keys.split(' ').map((key) => (/^[a-z]/.test(key) ? <span key={key}>{key}</span> : <Kbd key={key}>{key}</Kbd>))}</dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
