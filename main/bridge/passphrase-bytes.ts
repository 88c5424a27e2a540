/** Runs `work` with a passphrase as bytes and overwrites them afterwards. The text that came from the window dies with the process. */
export async function withPassphrase<T>(passphrase: string, work: (bytes: Uint8Array) => Promise<T>): Promise<T> {
  const bytes = Buffer.from(passphrase, 'utf8');
  try {
    return await work(bytes);
  } finally {
    bytes.fill(0);
  }
}
