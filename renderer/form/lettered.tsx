/** Words with the first place of a letter underlined: the letter that goes there. */
export function Lettered({ text, letter }: { text: string; letter: string | undefined }) {
  const at = letter === undefined ? -1 : text.toUpperCase().indexOf(letter);
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <u>{text.slice(at, at + 1)}</u>
      {text.slice(at + 1)}
    </>
  );
}
