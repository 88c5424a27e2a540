import { expect, test } from 'vitest';
import { information, xmp } from './metadata.ts';

const meta = { title: 'Order <Summary> & Obligations', language: 'en-US', day: '2026-06-22', part: 2 } as const;

test('the information and the XMP say the same title, producer and day', () => {
  expect(information(meta)).toEqual({
    '/Title': 'u:Order <Summary> & Obligations',
    '/Producer': 'u:Typst 0.14, qpdf 12.2',
    '/CreationDate': 'u:D:20260622000000Z',
    '/ModDate': 'u:D:20260622000000Z',
  });
  const packet = xmp(meta);
  expect(packet).toContain('Order &lt;Summary&gt; &amp; Obligations');
  expect(packet).toContain('<xmp:CreateDate>2026-06-22T00:00:00Z</xmp:CreateDate>');
  expect(packet).toContain('<pdf:Producer>Typst 0.14, qpdf 12.2</pdf:Producer>');
});

test('the part that is claimed is the part that was asked for, at level A', () => {
  expect(xmp(meta)).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
  expect(xmp({ ...meta, part: 3 })).toContain('<pdfaid:part>3</pdfaid:part>');
});
