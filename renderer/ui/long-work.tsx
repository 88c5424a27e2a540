import { Button } from '@mantine/core';
import { shell } from '../words/shell.ts';
import styles from './long-work.module.css';

export interface LongWorkProps {
  readonly what: string;
  readonly now: string;
  /** 0 to 1; null while it cannot be said. */
  readonly share: number | null;
  readonly left: string;
  readonly onCancel?: () => void;
}

/** Work of more than a second: what, how far, how long still, and a way to stop it that leaves nothing behind. */
export function LongWork({ what, now, share, left, onCancel }: LongWorkProps) {
  return (
    <div className={styles.work}>
      <div className={styles.words}>
        <span className="strong">{what}</span>
        <span className="muted">{left}</span>
      </div>
      <Progress what={what} share={share} className={styles.track} />
      <div className={styles.words}>
        <span className={styles.now}>{now}</span>
        {onCancel && (
          <Button variant="subtle" onClick={onCancel}>
            {shell.cancel}
          </Button>
        )}
      </div>
    </div>
  );
}

export function Progress({ what, share, className }: { what: string; share: number | null; className: string | undefined }) {
  return (
    <span className={className} role="progressbar" aria-label={what} {...(share !== null && { 'aria-valuenow': Math.round(share * 100) })} aria-valuemin={0} aria-valuemax={100}>
      <span style={{ width: `${(share ?? 0) * 100}%` }} />
    </span>
  );
}
