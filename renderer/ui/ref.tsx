import { recordAddress } from '../screen/route.ts';
import styles from './ref.module.css';

/** A record's number, which opens it. Numbers are how lawyers cite, so they never wrap. In running text it is underlined. */
export function Ref({ children, tab, inText = false }: { children: string; tab?: string; inText?: boolean }) {
  return (
    <a className={styles.ref} data-in-text={inText || undefined} href={recordAddress(children, tab ?? null)} onClick={(event) => event.stopPropagation()}>
      {children}
    </a>
  );
}
