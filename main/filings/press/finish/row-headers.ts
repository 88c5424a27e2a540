import { dictionary, isDictionary, isReference, type Dictionary, type PdfObject, type PdfObjects, type PdfValue } from './objects.ts';

/**
 * Makes the first cell of every body row the header of that row (TH, Scope Row): this build of Typst has no way to say so, and a
 * reader that hears a cell without its row's name hears nothing. Gives the changed objects.
 */
export function rowHeaders(objects: PdfObjects): Record<string, PdfObject> {
  const changed: Record<string, PdfObject> = {};
  for (const object of objects.naming('/TBody')) {
    if (!isDictionary(object.value) || object.value['/S'] !== '/TBody') continue;
    for (const row of kids(objects, object.value)) {
      const first = kids(objects, row.node)[0];
      if (row.node['/S'] !== '/TR' || first?.node['/S'] !== '/TD' || spansColumns(first.node['/A'])) continue;
      changed[`obj:${first.ref}`] = { value: { ...first.node, '/S': '/TH', '/A': withRowScope(first.node['/A']) } };
    }
  }
  return changed;
}

function kids(objects: PdfObjects, node: Dictionary): { ref: string; node: Dictionary }[] {
  return listed(node['/K'])
    .filter(isReference)
    .flatMap((ref) => {
      const found = dictionary(objects, ref);
      return found ? [{ ref, node: found }] : [];
    });
}

const listed = (value: PdfValue | undefined): PdfValue[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const spansColumns = (attributes: PdfValue | undefined) => listed(attributes).some((one) => isDictionary(one) && typeof one['/ColSpan'] === 'number' && one['/ColSpan'] > 1);

function withRowScope(attributes: PdfValue | undefined): PdfValue {
  const all = listed(attributes).map((one) => (isDictionary(one) && one['/O'] === '/Table' ? { ...one, '/Scope': '/Row' } : one));
  if (!all.some((one) => isDictionary(one) && one['/O'] === '/Table')) all.push({ '/O': '/Table', '/Scope': '/Row' });
  return all.length === 1 ? (all[0] ?? null) : all;
}
