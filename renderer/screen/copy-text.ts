/** Puts plain text on the clipboard, by the one way that a page without permissions has. Gives whether it is there. */
export function copyText(text: string): boolean {
  let done = false;
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    done = event.clipboardData !== null;
  };
  document.addEventListener('copy', onCopy);
  // oxlint-disable-next-line typescript/no-deprecated -- `navigator.clipboard` asks for a permission, and the window has none.
  document.execCommand('copy');
  document.removeEventListener('copy', onCopy);
  return done;
}
