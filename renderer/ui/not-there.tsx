import { useEffect, useState } from 'react';
import type { Failure } from '../../shared/failure/failure.ts';
import { addressOf } from '../screen/route.ts';
import { records } from '../words/records.ts';
import { shell } from '../words/shell.ts';
import { FailureNote } from './failure.tsx';
import styles from './empty.module.css';

/** A page whose record cannot be shown says why and leads back. */
export function NotThere({ failure = { code: 'record-not-found', number: '' } }: { failure?: Failure }) {
  return (
    <div className={styles.empty}>
      <h1 className="hidden">{shell.open}</h1>
      <FailureNote failure={failure} actions={<a href={addressOf({ page: 'docket' })}>{records.notFound}</a>} />
    </div>
  );
}

/** Nothing for a moment; then what is being waited for, never a spinner alone. */
export function Loading() {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const later = setTimeout(() => setLong(true), 700);
    return () => clearTimeout(later);
  }, []);
  return (
    <div className={styles.empty} role="status">
      {long && <p className="muted">{shell.loading}</p>}
    </div>
  );
}
