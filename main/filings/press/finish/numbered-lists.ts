import { isDictionary, type PdfObject, type PdfObjects, type PdfValue } from './objects.ts';

/**
 * Says of lists that their labels number the items (ISO 14289-1, 7.6): numbered paragraphs are set as terms, whose list Typst calls one without numbers. Gives the changed
 * objects.
 */
export function numberedLists(objects: PdfObjects): Record<string, PdfObject> {
  const changed: Record<string, PdfObject> = {};
  for (const ref of objects.refsNaming('/ListNumbering')) {
    const value = objects.at(ref)?.value;
    if (isDictionary(value) && value['/S'] === '/L') changed[`obj:${ref}`] = { value: { ...value, '/A': numbered(value['/A'] ?? null) } };
  }
  return changed;
}

function numbered(attributes: PdfValue): PdfValue {
  if (Array.isArray(attributes)) return attributes.map(numbered);
  return isDictionary(attributes) && attributes['/ListNumbering'] === '/None' ? { ...attributes, '/ListNumbering': '/Decimal' } : attributes;
}
