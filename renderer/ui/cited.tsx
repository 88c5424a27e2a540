import { kinds } from '../../shared/records/kinds.ts';
import { Ref } from './ref.tsx';

/** A record number as the vault gives them: the prefix of a kind, a dash, at least three figures; not a part of a longer number. */
const number = new RegExp(
  `(?<![\\w-])((?:${Object.values(kinds)
    .map((kind) => kind.prefix)
    .join('|')})-\\d{3,})(?![\\w-])`,
);
/** A section of the federal code or rules with its paragraphs: never broken over two lines (look.md §3). */
const citation = /(\b\d{1,2} (?:CFR|C\.F\.R\.|USC|U\.S\.C\.) (?:§ ?)?\d[\w.-]*(?:\(\w{1,4}\))*)/;

/** Running text in which every record number opens its record and no citation of the law is broken. */
export function Cited({ text }: { text: string }) {
  return (
    <>
      {text.split(number).map((part, i) =>
        i % 2 ? (
          <Ref key={i} inText>
            {part}
          </Ref>
        ) : (
          <Whole key={i} text={part} />
        ),
      )}
    </>
  );
}

/** Without a record number in it. */
const Whole = ({ text }: { text: string }) =>
  citation.test(text)
    ? text.split(citation).map((part, i) =>
        i % 2 ? (
          <span key={i} className="nowrap">
            {part}
          </span>
        ) : (
          part
        ),
      )
    : text;
