import { Fragment } from 'react';
import type { Passage } from '../pages/order/compare.ts';
import styles from './redline.module.css';

/** Words of the text whose meaning is open, each with the letter of its reading below. */
export type OpenTerms = readonly (readonly [term: string, letter: string])[];

/**
 * The text of an amended clause, compared. Struck and underlined as a lawyer marks up paper; `ins` and `del` carry it to a
 * screen reader, and neither depends on colour.
 */
export function Redline({ passages, terms }: { passages: readonly Passage[]; terms: OpenTerms }) {
  return (
    <>
      {passages.map((passage, i) => {
        if ('added' in passage)
          return (
            <ins key={i} className={styles.added}>
              <Termed text={passage.added} terms={terms} />
            </ins>
          );
        if ('removed' in passage)
          return (
            <del key={i} className={styles.removed}>
              {passage.removed}
            </del>
          );
        return <Termed key={i} text={passage.kept} terms={terms} />;
      })}
    </>
  );
}

/** Text in which each open term is underlined with dots, keyed to its reading. */
function Termed({ text, terms }: { text: string; terms: OpenTerms }) {
  if (terms.length === 0) return <span>{text}</span>;
  const pattern = new RegExp(`((?:${terms.map(([term]) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})\\p{L}*)`, 'giu');
  return (
    <>
      {text.split(pattern).map((part, i) => {
        const letter = i % 2 === 1 ? terms.find(([term]) => part.toLowerCase().startsWith(term.toLowerCase()))?.[1] : undefined;
        return letter === undefined ? (
          <Fragment key={i}>{part}</Fragment>
        ) : (
          <span key={i} className={styles.term}>
            {part}
            <sup>{letter}</sup>
          </span>
        );
      })}
    </>
  );
}
