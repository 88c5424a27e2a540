/** The text of iCalendar (RFC 5545). */

/** One property: name, parameters, value already in its own form. */
export interface Property {
  readonly name: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly value: string;
}
export interface Component {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly components?: readonly Component[];
}

/** Text as a value: backslash, semicolon, comma and line end escaped (§3.3.11); control characters, which a value may not hold, dropped. */
export function textValue(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

/** A parameter's value, in quotation marks where it holds a sign that ends it (§3.2); a quotation mark cannot be written and becomes an apostrophe. */
function parameterValue(text: string): string {
  const plain = text.replace(/\p{Cc}/gu, '').replaceAll('"', "'");
  return /[:;,]/.test(plain) ? `"${plain}"` : plain;
}

/** A component as lines of at most 75 octets, each ended with CRLF. */
export function componentText({ name, properties, components = [] }: Component): string {
  const lines = properties.map((one) => {
    const parameters = Object.entries(one.parameters ?? {}).map(([key, value]) => `;${key}=${parameterValue(value)}`);
    return folded(`${one.name}${parameters.join('')}:${one.value}`);
  });
  return `BEGIN:${name}\r\n${lines.join('')}${components.map(componentText).join('')}END:${name}\r\n`;
}

/** Octets of a line without its end, and of one that goes on another, which begins with a space (§3.1). */
const most = 75;

/** Cut between characters, never within one: a reader that joins bytes and one that joins characters read the same. */
function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const width = Buffer.byteLength(character);
    if (octets + width > most) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += width;
  }
  return `${text}\r\n`;
}
