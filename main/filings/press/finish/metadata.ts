/** What a finished paper says about itself, and all it says: an allow-list (domain.md §7 U17). */
export interface PaperMetadata {
  readonly title: string;
  readonly language: 'en-US';
  /** Day the paper was made, `YYYY-MM-DD`; the time of day is nobody's business. */
  readonly day: string;
  /** PDF/A part claimed: 3 where data is attached, 2 otherwise. Both at level A. */
  readonly part: 2 | 3;
}

/** The programs that made the bytes; no name, no version of ours. */
export const producer = 'Typst 0.14, qpdf 12.2';

/** The document information dictionary. Says exactly what the XMP says, or PDF/A refuses the file. */
export function information(meta: PaperMetadata): Record<string, string> {
  const stamp = `u:D:${meta.day.replaceAll('-', '')}000000Z`;
  return { '/Title': `u:${meta.title}`, '/Producer': `u:${producer}`, '/CreationDate': stamp, '/ModDate': stamp };
}

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The XMP packet: title, language, day, producer, and the claims PDF/A and PDF/UA-1 with the extension schema that the second needs. */
export function xmp(meta: PaperMetadata): string {
  const day = `${meta.day}T00:00:00Z`;
  const property = ['category>internal', 'description>PDF/UA version identifier', 'name>part', 'valueType>Integer'].map((pair) => element('pdfaProperty', pair)).join('');
  const schema =
    `${element('pdfaSchema', 'schema>PDF/UA identification schema')}${element('pdfaSchema', 'namespaceURI>http://www.aiim.org/pdfua/ns/id/')}${element('pdfaSchema', 'prefix>pdfuaid')}` +
    `<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">${property}</rdf:li></rdf:Seq></pdfaSchema:property>`;
  const described = [
    [
      'dc="http://purl.org/dc/elements/1.1/"',
      `<dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(meta.title)}</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>${meta.language}</rdf:li></rdf:Bag></dc:language>`,
    ],
    ['xmp="http://ns.adobe.com/xap/1.0/"', `<xmp:CreateDate>${day}</xmp:CreateDate><xmp:ModifyDate>${day}</xmp:ModifyDate>`],
    ['pdf="http://ns.adobe.com/pdf/1.3/"', `<pdf:Producer>${escaped(producer)}</pdf:Producer>`],
    ['pdfaid="http://www.aiim.org/pdfa/ns/id/"', `<pdfaid:part>${meta.part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>`],
    ['pdfuaid="http://www.aiim.org/pdfua/ns/id/"', '<pdfuaid:part>1</pdfuaid:part>'],
    [
      'pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
      `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">${schema}</rdf:li></rdf:Bag></pdfaExtension:schemas>`,
    ],
  ].map(([names, body]) => `<rdf:Description rdf:about="" xmlns:${names}>${body}</rdf:Description>`);
  return (
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    `${described.join('')}</rdf:RDF></x:xmpmeta><?xpacket end="r"?>`
  );
}

/** `name>value` as an element of the namespace `prefix`. */
function element(prefix: string, pair: string): string {
  const [name = '', value = ''] = pair.split(/>(.*)/s);
  return `<${prefix}:${name}>${value}</${prefix}:${name}>`;
}
