import { Button } from '@mantine/core';
import { form } from '../words/form.ts';
import styles from './form.module.css';

/** What might have been meant by what was typed and could not be read: each is one button, which types it. */
export function Meant({ instead, onChoose }: { instead: readonly string[]; onChoose: (words: string) => void }) {
  return (
    // The field keeps the focus under the pointer: what leaving it says would push the button away before it is let go.
    <div role="group" aria-label={form.meant} className={styles.meant} onMouseDown={(event) => event.preventDefault()}>
      <span className="muted">{form.meant}</span>
      {instead.map((words) => (
        <Button key={words} onClick={() => onChoose(words)}>
          {words}
        </Button>
      ))}
    </div>
  );
}
