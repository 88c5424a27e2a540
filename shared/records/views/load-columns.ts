/**
 * What a column of a load file can say of a document, and what it is called by those who write load files (domain.md §1.12, and the exports of review
 * programs; letters and digits only), the most telling name first.
 */
export const loadFields = {
  control: { label: 'Control number', names: ['BEGBATES', 'BEGDOC', 'BEGINBATES', 'BEGINDOC', 'PRODBEG', 'DOCID', 'CONTROLNUMBER', 'CONTROLNO', 'UPI'] },
  end: { label: 'Last number', names: ['ENDBATES', 'ENDDOC', 'PRODEND'] },
  group: { label: 'First number of the family', names: ['BEGATTACH', 'BEGATT', 'ATTACHRANGE'] },
  parent: { label: 'Attached to', names: ['PARENTID', 'PARENT', 'PARENTDOCID', 'ATTACHMENTPARENT'] },
  title: { label: 'Title', names: ['SUBJECT', 'TITLE', 'EMAILSUBJECT'] },
  filename: { label: 'File name', names: ['FILENAME', 'ORIGINALFILENAME', 'DOCNAME'] },
  custodian: { label: 'Custodian', names: ['CUSTODIAN'] },
  system: { label: 'Source system', names: ['SOURCEDEVICE', 'SOURCE', 'SOURCESYSTEM'] },
  sourcePath: { label: 'Path at its source', names: ['SOURCEPATH', 'ORIGINALPATH', 'FOLDERPATH', 'FILEPATHORIGINAL'] },
  native: { label: 'File', names: ['NATIVEPATH', 'NATIVELINK', 'NATIVEFILE', 'NATIVEFILELINK', 'NATIVE', 'FILEPATH', 'ITEMPATH'] },
  text: { label: 'Text file', names: ['TEXTPATH', 'TEXTLINK', 'TEXTFILE', 'EXTRACTEDTEXTPATH', 'OCRPATH'] },
  date: { label: 'Date', names: ['DATESENT', 'SENTDATE', 'DOCDATE', 'DATERCVD', 'DATERECEIVED', 'DATEMOD', 'MODIFIEDDATE'] },
  md5: { label: 'MD5', names: ['MD5HASH', 'MD5'] },
  sha1: { label: 'SHA-1', names: ['SHA1HASH', 'SHA1'] },
  sha256: { label: 'SHA-256', names: ['SHA256HASH', 'SHA256'] },
  hash: { label: 'Digest, by its length', names: ['HASH', 'HASHVALUE'] },
} as const;
export type LoadField = keyof typeof loadFields;
// Proof of the cast: the keys of the object just above.
export const loadFieldNames = Object.keys(loadFields) as LoadField[];

const plain = (name: string): string => name.toUpperCase().replace(/[^A-Z0-9]/g, '');
const rank = (field: LoadField, name: string): number => (loadFields[field].names as readonly string[]).indexOf(plain(name));

/** What each column says, by its name; null for one whose name says nothing. */
export const guessLoadColumns = (heading: readonly string[]): (LoadField | null)[] => heading.map((name) => loadFieldNames.find((field) => rank(field, name) !== -1) ?? null);

/** The columns that say this, the most telling name first; one that a person chose goes before those that were guessed. */
export const columnsSaying = (field: LoadField, heading: readonly string[], columns: readonly (LoadField | null)[]): number[] =>
  columns.flatMap((one, at) => (one === field ? [at] : [])).sort((a, b) => rank(field, heading[a] ?? '') - rank(field, heading[b] ?? ''));
