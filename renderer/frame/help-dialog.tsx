import { Kbd, Modal } from '@mantine/core';
import { setScreen, useScreen } from '../screen/screen.ts';
import { sheetOf, useChangedKeys } from '../keys/bound.ts';
import { help, shell } from '../words/shell.ts';
import styles from './dialogs.module.css';

/** All shortcuts, by where they do something. */
export function HelpDialog() {
  const opened = useScreen((now) => now.help);
  const changed = useChangedKeys();
  return (
    <Modal opened={opened} onClose={() => setScreen({ help: false })} title={help.title} size={1120} centered closeButtonProps={{ 'aria-label': shell.close }}>
      <p className="muted">{help.intro}</p>
      <div className={styles.keys}>
        {sheetOf(changed).map(([where, rows]) => (
          <section key={where}>
            <h3>{where}</h3>
            <dl>
              {rows.map(([keys, does]) => (
                <div key={`${keys} ${does}`}>
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
