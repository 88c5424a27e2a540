import { expect, test } from 'vitest';
import type { RecordOf } from '../../../shared/records/kinds.ts';
import { filingParagraph } from './paragraph.ts';

const request = (fields: Partial<RecordOf<'evidence_request'>['fields']>): RecordOf<'evidence_request'> => ({
  id: 'r',
  kind: 'evidence_request',
  number: 'REQ-004',
  caseId: null,
  state: 'sent',
  audience: 'internal',
  privilege: 'none',
  tags: [],
  fields: {
    title: 'Technical evidence',
    direction: 'to_government',
    asked: { certainty: 'exact', day: '2026-05-08' },
    items: [
      { number: '1', text: 'The technique', answer: 'not_in_detail' },
      { number: '2', text: 'The prompts', answer: 'none' },
      { number: '3', text: 'The severity', answer: 'full' },
    ],
    ...fields,
  },
});

test('the paragraph for a filing counts what was given and what was not, true to the day', () => {
  const chased = [{ on: { certainty: 'exact', day: '2026-05-22' } as const }, { on: { certainty: 'exact', day: '2026-06-05' } as const }];
  expect(filingParagraph(request({ chased }), 'Bureau of Industry and Security', '2026-06-18')).toBe(
    'On May 8, 2026 the Company asked the Bureau of Industry and Security for 3 items. It asked again on May 22, 2026 and June 5, 2026. As of June 18, 2026, 41 days after the request, the Bureau of Industry and Security has provided 1 item, answered 1 item without detail and given no answer to 1 item.',
  );
});

test('a day of asking that is not known is not made up', () => {
  const words = filingParagraph(request({ asked: { certainty: 'unknown' } }), '', '2026-06-18');
  expect(words).toMatch(/^On a day that is not established the Company asked the other side/);
  expect(words).toContain('As of June 18, 2026, the other side has');
  expect(words).not.toMatch(/days after/);
});
