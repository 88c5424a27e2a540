/** JSON with bytes in it, for a pipe that carries text only. */
export function pack(message: unknown): string {
  return JSON.stringify(message, (_key, value: unknown) =>
    value instanceof Uint8Array ? { $bytes: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') } : value,
  );
}

/** What `pack`, here or in the page, made text of. Throws SyntaxError on anything that is not JSON. */
export function unpack(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('$bytes' in value) || typeof value.$bytes !== 'string') return value;
    return new Uint8Array(Buffer.from(value.$bytes, 'base64'));
  });
}
