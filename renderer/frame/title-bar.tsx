import { ActionIcon, Button, Kbd, UnstyledButton } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconClock, IconLock, IconSearch } from '@tabler/icons-react';
import { useKeysOf } from '../keys/bound.ts';
import { setScreen, useScreen } from '../screen/screen.ts';
import { lock } from '../screen/lock.ts';
import { sample as sampleWords } from '../words/sample.ts';
import { shell } from '../words/shell.ts';
import type { FrameProps } from './frame.tsx';
import styles from './title-bar.module.css';

/** Where am I, how do I find something, what time does the window show, and how do I lock it. Doubles as the drag region. */
export function TitleBar({ path }: { path: FrameProps['path'] }) {
  const past = useScreen((now) => now.asOf) !== null;
  const sample = useScreen((now) => now.session?.vault?.sample != null);
  const keysOf = useKeysOf();
  return (
    <header className={styles.bar}>
      <div className={styles.left}>
        <ActionIcon aria-label={shell.back(keysOf('back'))} onClick={() => history.back()}>
          <IconArrowLeft size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
        <ActionIcon aria-label={shell.forward(keysOf('forward'))} onClick={() => history.forward()}>
          <IconArrowRight size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
        <ol className={styles.path} aria-label={shell.here}>
          {path.length > 1 &&
            path.map(([name, address], i) => (
              <li key={name} aria-current={i === path.length - 1 ? 'page' : undefined} title={name}>
                {address === null ? name : <a href={address}>{name}</a>}
              </li>
            ))}
        </ol>
      </div>
      <UnstyledButton className={styles.search} data-tour="search" aria-keyshortcuts={keysOf('palette')} onClick={() => setScreen({ palette: true })}>
        <IconSearch size={14} stroke={1.5} aria-hidden />
        <span className={styles.prompt} title={shell.search}>
          {shell.search}
        </span>
        <Kbd aria-hidden>{keysOf('palette')}</Kbd>
      </UnstyledButton>
      <div className={styles.right}>
        {sample && (
          <span className={styles.sample} title={sampleWords.badgeHelp}>
            {sampleWords.badge}
          </span>
        )}
        <span className={styles.marking} title={shell.markingHelp}>
          {shell.marking}
        </span>
        {!past && (
          <Button
            variant="subtle"
            color="gray"
            className={styles.asOf}
            data-tour="time"
            fw={400}
            leftSection={<IconClock size={15} stroke={1.5} aria-hidden />}
            onClick={() => setScreen({ choosingTime: true })}
          >
            {shell.asOfNow}
          </Button>
        )}
        <ActionIcon aria-label={shell.lock(keysOf('lock'))} onClick={() => void lock('asked')}>
          <IconLock size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      </div>
    </header>
  );
}
