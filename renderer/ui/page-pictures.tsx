import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Failure } from '../../shared/failure/failure.ts';
import { evidence as words } from '../words/evidence.ts';
import { FailureNote } from './failure.tsx';
import { Loading } from './not-there.tsx';
import styles from './page-pictures.module.css';

export interface Picture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}
interface PagePicturesProps {
  /** What the pages are of, for who does not see them. */
  readonly of: string;
  readonly page: number;
  /** How many there are; null while it is not known. */
  readonly pages: number | null;
  readonly onPage: (page: number) => void;
  readonly picture: Picture | null;
  readonly failure: Failure | null;
  readonly label: string;
}

/** Pages one at a time, as pictures: drawn by a process without keys, so that nothing active reaches the window. */
export function PagePictures({ of, page, pages, onPage, picture, failure, label }: PagePicturesProps) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!picture) return;
    // A copy on plain memory: what a Blob takes.
    const url = URL.createObjectURL(new Blob([new Uint8Array(picture.png)], { type: 'image/png' }));
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [picture]);
  return (
    <div className={styles.preview}>
      <div className={styles.previewHead}>
        <ActionIcon aria-label={words.previous} disabled={page <= 1} onClick={() => onPage(page - 1)}>
          <IconChevronLeft size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
        <span role="status">{words.page(page, pages)}</span>
        <ActionIcon aria-label={words.next} disabled={pages !== null && page >= pages} onClick={() => onPage(page + 1)}>
          <IconChevronRight size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
        <span>{words.safe}</span>
      </div>
      {failure ? (
        <div className={styles.failed}>
          <FailureNote failure={failure} />
        </div>
      ) : (
        <div className={styles.sheet} tabIndex={0} role="region" aria-label={label}>
          {address && picture ? <img src={address} width={picture.width} height={picture.height} alt={words.pageOf(of, page)} /> : <Loading />}
        </div>
      )}
    </div>
  );
}
