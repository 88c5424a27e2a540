import { Button, Kbd, Modal, TextInput, UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useChangedKeys, useKeysOf } from '../../keys/bound.ts';
import { chordOf } from '../../keys/chord.ts';
import { whyNot } from '../../keys/clash.ts';
import { saveSettings } from '../../screen/settings.ts';
import { keyed, keyIds, type KeyId } from '../../words/keys.ts';
import { keysWords as words } from '../../words/settings.ts';
import { shell } from '../../words/shell.ts';
import styles from './change-keys.module.css';

/** Two letters make one act where the second follows so soon, in milliseconds. */
const pair = 1200;

/** Every act that has keys, and other keys for it: pressed, not typed. What clashes is refused in words. */
export function ChangeKeys({ onClose }: { onClose: () => void }) {
  const changed = useChangedKeys();
  const keysOf = useKeysOf();
  const [find, setFind] = useState('');
  const [asking, setAsking] = useState<KeyId | null>(null);
  const [said, setSaid] = useState('');
  const wanted = find.trim().toLowerCase();
  const shown = keyIds.filter((id) => `${keyed[id][2]} ${keysOf(id)}`.toLowerCase().includes(wanted));

  const give = (id: KeyId, keys: string): void => {
    const why = whyNot(id, keys, changed);
    setSaid(why ?? words.given(keyed[id][2], keys));
    if (why !== null) return;
    setAsking(null);
    const { [id]: _was, ...rest } = changed;
    void saveSettings({ keys: keys === keyed[id][1] ? rest : { ...rest, [id]: keys } });
  };
  useEffect(() => {
    if (asking === null) return;
    let first: { readonly keys: string; readonly timer: ReturnType<typeof setTimeout> } | null = null;
    const onKey = (event: KeyboardEvent): void => {
      const keys = chordOf(event);
      if (keys === null || keys === 'Tab' || keys === 'Shift Tab') return;
      event.preventDefault();
      event.stopPropagation();
      if (keys === 'Esc') return setAsking(null);
      clearTimeout(first?.timer);
      const both = first !== null && /^\S$/u.test(keys) ? `${first.keys} ${keys}` : null;
      first = null;
      if (both !== null) return give(asking, both);
      if (!/^\p{L}$/u.test(keys)) return give(asking, keys);
      first = { keys, timer: setTimeout(() => give(asking, keys), pair) };
    };
    // Before the dialog hears of Esc, and the window of the keys that are tried.
    addEventListener('keydown', onKey, true);
    return () => {
      clearTimeout(first?.timer);
      removeEventListener('keydown', onKey, true);
    };
  }, [asking, changed]);

  const reset = (id: KeyId): void => {
    const { [id]: _was, ...rest } = changed;
    const why = whyNot(id, keyed[id][1], rest);
    setSaid(why ?? words.given(keyed[id][2], keyed[id][1]));
    if (why === null) void saveSettings({ keys: rest });
  };
  return (
    <Modal opened onClose={onClose} title={words.title} size={640} centered closeButtonProps={{ 'aria-label': shell.close }}>
      <p className="muted">{words.note}</p>
      <div className={styles.top}>
        <TextInput aria-label={words.find} placeholder={words.find} value={find} onChange={(event) => setFind(event.currentTarget.value)} data-autofocus />
        <Button onClick={() => void saveSettings({ keys: {} })} disabled={Object.keys(changed).length === 0}>
          {words.resetAll}
        </Button>
      </div>
      <p role="status" className={styles.said}>
        {said}
      </p>
      <div className={styles.list} role="region" aria-label={words.title} tabIndex={0}>
        {shown.length === 0 && <p className="muted">{words.none}</p>}
        <table className={styles.table}>
          <tbody>
            {shown.map((id) => (
              <tr key={id}>
                <th scope="row">{keyed[id][2]}</th>
                <td>
                  <UnstyledButton className={styles.keys} aria-label={words.set(`${keyed[id][2]}, ${keysOf(id)}`)} onClick={() => setAsking(id)}>
                    {asking === id ? <span>{words.press}</span> : <Kbd>{keysOf(id)}</Kbd>}
                  </UnstyledButton>
                </td>
                <td>
                  {changed[id] !== undefined && (
                    <Button variant="subtle" aria-label={words.resetOne(keyed[id][2])} onClick={() => reset(id)}>
                      {words.reset}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  );
}
