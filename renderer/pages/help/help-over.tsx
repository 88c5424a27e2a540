import { Button, Modal } from '@mantine/core';
import { topicNamed } from '../../help/topics.ts';
import { setScreen, useScreen } from '../../screen/screen.ts';
import { helpWords as words } from '../../words/help.ts';
import { TopicBody } from './topic-body.tsx';
import styles from './help.module.css';

// Heard before any dialog hears it, because this file is read before one opens: Esc closes help and leaves the dialog under it as it is.
addEventListener(
  'keydown',
  (event) => {
    if (event.key !== 'Escape' || useScreen.getState().helpOver === null) return;
    event.stopImmediatePropagation();
    setScreen({ helpOver: null });
  },
  { capture: true },
);

/** Help that stands over what is open, so that nothing typed there is left: over a dialog, and on the unlock page. */
export function HelpOver() {
  const topic = topicNamed(useScreen((now) => now.helpOver));
  const close = (): void => setScreen({ helpOver: null });
  return (
    <Modal opened={topic !== undefined} onClose={close} title={topic?.title} size={640} centered closeOnEscape={false} closeButtonProps={{ 'aria-label': words.close }}>
      {topic && <TopicBody topic={topic} links={false} />}
      <Button className={styles.close} onClick={close} data-autofocus>
        {words.close}
      </Button>
    </Modal>
  );
}
