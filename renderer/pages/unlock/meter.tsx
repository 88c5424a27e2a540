import { strength } from '../../words/unlock.ts';
import type { Strength } from './strength.ts';
import styles from './unlock.module.css';

const steps: Readonly<Record<Strength, number>> = { empty: 0, weak: 1, fair: 2, good: 3, strong: 4 };

/** Four bars and a sentence: what a passphrase is worth, and what it is not. */
export function Meter({ of }: { of: Strength }) {
  return (
    <div role="status" aria-label={strength.label}>
      <div className={styles.meter} aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <span key={step} data-on={steps[of] >= step || undefined} />
        ))}
      </div>
      <p className={styles.strength}>
        {strength[of]} {of !== 'empty' && strength.note}
      </p>
    </div>
  );
}
