import type { ReactNode } from 'react';
import { useScreen } from '../screen/screen.ts';
import { SaidNote } from '../ui/said-note.tsx';
import { UndoNote } from '../ui/undo-note.tsx';
import { AsKnownBanner } from './as-known-banner.tsx';
import { Notices } from './notices.tsx';
import { Sidebar } from './sidebar.tsx';
import { StatusBar } from './status-bar.tsx';
import { TitleBar } from './title-bar.tsx';
import styles from './frame.module.css';

export interface FrameProps {
  readonly room: string;
  /** The way here, outermost first, with addresses; the last part is the page itself. */
  readonly path: readonly (readonly [name: string, address: string | null])[];
  /** What stands at the side of the page while one goes on in it. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

/** The window: rooms at the left, where-am-I and search on top, the page, and what the vault is doing at the bottom. */
export function Frame({ room, path, beside, children }: FrameProps) {
  const past = useScreen((now) => now.asOf) !== null;
  return (
    <div className={styles.window} data-past={past || undefined}>
      {past && <AsKnownBanner />}
      <div className={styles.frame}>
        <Sidebar room={room} />
        <TitleBar path={path} />
        <main className={styles.main} id="page" tabIndex={-1}>
          <Notices />
          {children}
        </main>
        {beside}
        <StatusBar />
      </div>
      <UndoNote />
      <SaidNote />
    </div>
  );
}
