/**
 * Puts plain text on the clipboard, and the same as a marked table where there is one, by the one way that a page without permissions has. Gives whether it is there:
 * a page may copy for a few seconds after a key or a click only.
 */
export function copyText(text: string, html?: string): boolean {
  let done = false;
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
    event.preventDefault();
    done = event.clipboardData !== null;
  };
  document.addEventListener('copy', onCopy);
  // oxlint-disable-next-line typescript/no-deprecated -- `navigator.clipboard` asks for a permission, and the window has none.
  document.execCommand('copy');
  document.removeEventListener('copy', onCopy);
  return done;
}
