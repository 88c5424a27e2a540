import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../shared/failure/failure.ts';
import { copyText } from '../screen/copy-text.ts';
import { useRoute } from '../screen/route.ts';
import { nowInstant, useScreen } from '../screen/screen.ts';
import { diagnostics as words } from '../words/diagnostics.ts';
import { failureDetails } from './failure-details.ts';
import styles from './failure.module.css';

/** Copies what support needs of a failure, and says that it did. */
export function CopyDetails({ failure }: { failure: Failure }) {
  const { page } = useRoute();
  const session = useScreen((now) => now.session);
  const [said, setSaid] = useState('');
  const copy = (): void => {
    const text = failureDetails(failure, { build: session?.build ?? '', host: session?.host ?? '', page: session?.phase === 'open' ? page : 'unlock', now: nowInstant() });
    setSaid(copyText(text) ? words.copied : words.notCopied);
  };
  return (
    <>
      <UnstyledButton className={styles.details} onClick={copy}>
        {words.details}
      </UnstyledButton>
      <span role="status">{said}</span>
    </>
  );
}
