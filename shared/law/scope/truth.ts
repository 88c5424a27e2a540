/** One of three truth values: yes, no, or null where it is not known (Kleene's strong logic). */
export type Truth = boolean | null;

export const not = (one: Truth): Truth => (one === null ? null : !one);

/** Yes when every part is, no when one is not, whatever is unknown of the rest. Of nothing: yes. */
export function all(parts: readonly Truth[]): Truth {
  if (parts.includes(false)) return false;
  return parts.includes(null) ? null : true;
}

/** Yes when one part is, whatever is unknown of the rest. Of nothing: no. */
export function any(parts: readonly Truth[]): Truth {
  if (parts.includes(true)) return true;
  return parts.includes(null) ? null : false;
}
