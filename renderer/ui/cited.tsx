import { Ref } from './ref.tsx';

/** A record number as the vault gives them: the prefix of its kind, a dash, at least three figures. */
const number = /\b([A-Z]{2,5}-\d{3,})\b/;

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
