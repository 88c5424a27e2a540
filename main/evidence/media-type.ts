import type { RecordOf } from '../../shared/records/kinds.ts';

type EvidenceType = RecordOf<'evidence_item'>['fields']['type'];
interface Known {
  readonly mime: string;
  readonly type: EvidenceType;
}

const known: Readonly<Record<string, Known>> = {
  pdf: { mime: 'application/pdf', type: 'document' },
  txt: { mime: 'text/plain', type: 'document' },
  md: { mime: 'text/markdown', type: 'document' },
  rtf: { mime: 'application/rtf', type: 'document' },
  html: { mime: 'text/html', type: 'document' },
  htm: { mime: 'text/html', type: 'document' },
  xml: { mime: 'application/xml', type: 'document' },
  json: { mime: 'application/json', type: 'document' },
  csv: { mime: 'text/csv', type: 'document' },
  docx: { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', type: 'document' },
  xlsx: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', type: 'document' },
  pptx: { mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', type: 'document' },
  odt: { mime: 'application/vnd.oasis.opendocument.text', type: 'document' },
  eml: { mime: 'message/rfc822', type: 'email' },
  mbox: { mime: 'application/mbox', type: 'email' },
  msg: { mime: 'application/vnd.ms-outlook', type: 'email' },
  ics: { mime: 'text/calendar', type: 'document' },
  png: { mime: 'image/png', type: 'media' },
  jpg: { mime: 'image/jpeg', type: 'media' },
  jpeg: { mime: 'image/jpeg', type: 'media' },
  tif: { mime: 'image/tiff', type: 'media' },
  tiff: { mime: 'image/tiff', type: 'media' },
  mp3: { mime: 'audio/mpeg', type: 'media' },
  wav: { mime: 'audio/wav', type: 'media' },
  mp4: { mime: 'video/mp4', type: 'media' },
  mov: { mime: 'video/quicktime', type: 'media' },
  log: { mime: 'text/plain', type: 'log' },
  jsonl: { mime: 'application/jsonl', type: 'log' },
};

/** What a file is by the end of its name: a start for the form, which a person can correct. Bytes are never judged by it. */
export function mediaType(name: string): Known {
  return known[/\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? { mime: 'application/octet-stream', type: 'document' };
}
