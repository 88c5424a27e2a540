/** What the person picks in the browser's own dialog, for the host that has none; nothing when they change their mind. */
export function pickFiles({ multiple }: { readonly multiple: boolean }): Promise<readonly File[]> {
  const input = Object.assign(document.createElement('input'), { type: 'file', multiple });
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

/** The files of a folder that the person picks, each with its path within; nothing when they change their mind. */
export function pickFolder(): Promise<readonly File[]> {
  const input = Object.assign(document.createElement('input'), { type: 'file', multiple: true, webkitdirectory: true });
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
