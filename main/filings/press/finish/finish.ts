import { information, xmp, type PaperMetadata } from './metadata.ts';
import { dictionary, isDictionary, isReference, objectsOf, type Dictionary, type PdfObject, type PdfObjects } from './objects.ts';
import { numberedLists } from './numbered-lists.ts';
import { rewritten } from './qpdf.ts';
import { rowHeaders } from './row-headers.ts';
import { srgbProfile } from './srgb-profile.ts';
import { bare, unicodeMaps } from './unicode-map.ts';

export interface Finished {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/**
 * Makes a PDF of Typst into the archive file it is nearly: PDF/A (part of `meta`, level A) and PDF/UA-1 in one, with our metadata in
 * place of Typst's, and a third of the size. The same input gives the same bytes.
 */
export async function finish(pdf: Uint8Array, meta: PaperMetadata, qpdfWasm: Uint8Array): Promise<Finished> {
  const objects = objectsOf(pdf);
  const { trailer } = objects;
  if (!isReference(trailer['/Root'])) throw new Error('a PDF without a catalogue');
  const catalog = dictionary(objects, trailer['/Root']);
  if (!catalog || !isReference(catalog['/Metadata'])) throw new Error('a PDF without metadata');
  const metadata = objects.at(catalog['/Metadata'])?.stream;
  if (!metadata) throw new Error('a PDF without metadata');

  const profile = objects.highest + 1;
  const info = objects.highest + 2;
  const changed: Record<string, PdfObject> = {
    ...unicodeMaps(objects),
    ...rowHeaders(objects),
    ...numberedLists(objects),
    ...attachments(objects, catalog),
    [`obj:${profile} 0 R`]: { stream: { data: Buffer.from(srgbProfile()).toString('base64'), dict: { '/N': 3 } } },
    [`obj:${info} 0 R`]: { value: information(meta) },
    [`obj:${catalog['/Metadata']}`]: { stream: { data: Buffer.from(xmp(meta)).toString('base64'), dict: bare(metadata.dict) } },
  };
  changed[`obj:${trailer['/Root']}`] = {
    value: {
      ...catalog,
      '/Lang': `u:${meta.language}`,
      // Without /Suspects, which is false by default (ISO 32000-1, table 321): poppler 22 takes a written `false` for an error.
      '/MarkInfo': { '/Marked': true },
      '/OutputIntents': [
        {
          '/Type': '/OutputIntent',
          '/S': '/GTS_PDFA1',
          '/OutputConditionIdentifier': 'u:sRGB IEC61966-2.1',
          '/Info': 'u:sRGB IEC61966-2.1',
          '/DestOutputProfile': `${profile} 0 R`,
        },
      ],
      '/ViewerPreferences': { ...(isDictionary(catalog['/ViewerPreferences']) && catalog['/ViewerPreferences']), '/DisplayDocTitle': true },
      ...(embedded(catalog).length > 0 && { '/AF': embedded(catalog) }),
    },
  };
  changed.trailer = { value: { ...trailer, '/Info': `${info} 0 R` } };
  const pages = dictionary(objects, catalog['/Pages'])?.['/Count'];
  return { pdf: await rewritten(pdf, changed, info, qpdfWasm), pages: typeof pages === 'number' ? pages : 0 };
}

/** References of the files attached to the document. */
function embedded(catalog: Dictionary): string[] {
  const tree = isDictionary(catalog['/Names']) ? catalog['/Names']['/EmbeddedFiles'] : undefined;
  const names = isDictionary(tree) ? tree['/Names'] : undefined;
  return Array.isArray(names) ? names.filter(isReference) : [];
}

/** Attached files say what they are to the document: the data it was made from (ISO 19005-3, annex E). */
function attachments(objects: PdfObjects, catalog: Dictionary): Record<string, PdfObject> {
  return Object.fromEntries(embedded(catalog).map((ref) => [`obj:${ref}`, { value: { ...dictionary(objects, ref), '/AFRelationship': '/Data' } }]));
}
