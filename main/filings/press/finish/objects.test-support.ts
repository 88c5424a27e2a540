import type { PdfObjects, PdfValue } from './objects.ts';

/** Every object of a file, as qpdf's JSON has them: by `obj:12 0 R`, and the trailer. */
export const allOf = (objects: PdfObjects): PdfValue => ({
  ...Object.fromEntries(objects.refs.map((ref) => [`obj:${ref}`, objects.at(ref)])),
  trailer: { value: objects.trailer },
});
