import canonicalize from 'canonicalize';

/** The RFC 8785 bytes of a JSON value: the same value always gives the same bytes, so they can be hashed. Throws on what JSON cannot hold (NaN, half a surrogate pair). */
export function canonicalBytes(value: unknown): Buffer {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return Buffer.from(text);
}
