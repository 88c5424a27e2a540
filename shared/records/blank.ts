import { unreachable } from '../failure/unreachable.ts';
import type { Field, Fields } from './field.ts';

type Values = Readonly<Record<string, unknown>>;

/** The fields without which a kind cannot stand, emptied: `words` stand where text must be. Choices and links stay, for they say what sort of thing it was and where it belongs. */
export function blank(fields: Fields, values: Values, words: string): Values {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => field.required)
      .map(([name, field]) => [name, emptied(field, values[name], words)]),
  );
}

function emptied(field: Field, value: unknown, words: string): unknown {
  switch (field.widget) {
    case 'line':
    case 'prose':
    case 'quotation':
      return words;
    // The sort of a paper is what a privilege log tells of it too (FRCP 26(b)(5)(A)); so is what it is attached to.
    case 'choice':
    case 'link':
      return value;
    case 'words':
    case 'choices':
    case 'links':
    case 'rows':
      return [];
    case 'date-fact':
      return { certainty: 'unknown', reason: words };
    case 'group':
      // Proof of the cast: the kind's own schema made a required group an object.
      return blank(field.fields ?? {}, value as Values, words);
    case 'flag':
      return false;
    case 'count':
    case 'instant':
      return 0;
    case 'day':
      return '1900-01-01';
    case 'data':
      return {};
    default:
      return unreachable(field.widget);
  }
}
