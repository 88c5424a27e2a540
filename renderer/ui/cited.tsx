import { kinds } from '../../shared/records/kinds.ts';
import { Ref } from './ref.tsx';

/** A record number as the vault gives them: the prefix of a kind, a dash, at least three figures; not a part of a longer number. */
const number = new RegExp(
  `(?<![\\w-])((?:${Object.values(kinds)
    .map((kind) => kind.prefix)
    .join('|')})-\\d{3,})(?![\\w-])`,
);

/** Running text in which every record number opens its record. */
export function Cited({ text }: { text: string }) {
  return (
    <>
      {text.split(number).map((part, i) =>
        i % 2 ? (
          <Ref key={i} inText>
            {part}
          </Ref>
        ) : (
          part
        ),
      )}
    </>
  );
}
