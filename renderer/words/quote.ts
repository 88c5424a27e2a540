/** Somebody else's words in quotation marks, as American papers set them: double outside, single within. Marks that the text brings along stand once. */
export function quoted(text: string): string {
  return `“${unquoted(text).replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

/** Without the pair of marks around the whole, if there is one. */
export function unquoted(text: string): string {
  const whole = /^[“"]([^“”"]*)[”"]$/s.exec(text.trim());
  return whole?.[1] ?? text.trim();
}
