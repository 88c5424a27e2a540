import type { RecordOf } from '../../kinds.ts';
import type { Add, Marks } from '../sample.ts';
import type { Dates } from './calendar.ts';
import { filesOf } from './files.ts';

type Item = RecordOf<'evidence_item'>['fields'];

/** The exhibits. Three ship their bytes as small files; the others are registered, with no bytes and no digest. */
export const evidence =
  (dates: Dates, today?: string) =>
  (add: Add): void => {
    const { on, day } = dates;
    const files = filesOf(today);
    let exhibit = 0;
    const item = (id: string, title: string, type: Item['type'], written: string | null, received: string, more: Partial<Item> = {}, marks: Marks = {}): void => {
      const file = files.find((one) => one.item === id);
      exhibit += 1;
      add(
        'evidence_item',
        id,
        'registered',
        {
          title,
          type,
          exhibit: `EX-${String(exhibit)}`,
          date: written === null ? { certainty: 'unknown', reason: 'The paper bears no date.' } : on(written),
          received: on(received),
          ...(file === undefined
            ? { bytesNote: 'Registered only; the bytes are kept in the document system.' }
            : {
                original: { filename: file.filename, size: file.text.length, mime: file.mime },
                bytesNote: 'A small file ships with the sample; take it in to give this exhibit its digest.',
                source: { custodian: file.custodian, system: file.source, method: 'received' },
              }),
          custody: [{ action: 'received', occurred: on(received), by: 'Legal operations', to: 'Legal operations', purpose: 'Taken into the file' }],
          authenticity: 'unassessed',
          ...more,
        },
        { audience: 'agency', privilege: 'none', ...marks },
      );
    };
    const own: Marks = { audience: 'internal', privilege: 'work_product' };
    item(
      'e-call-note',
      'Note of the call from the Office of Export Enforcement',
      'document',
      '2026-06-09',
      '2026-06-09',
      { reliability: 'Made the same day by counsel, who took part.' },
      own,
    );
    item('e-letter', 'Letter of the Bureau informing Corvane of a license requirement, two pages', 'document', '2026-06-26', '2026-06-29', {
      source: { custodian: 'Office of the General Counsel', party: 'bis', method: 'received' },
      sensitivity: ['received_marking'],
      custody: [
        { action: 'received', occurred: on('2026-06-29', '10:40'), from: 'Courier', to: 'Front desk', by: 'Front desk', purpose: 'Delivery' },
        { action: 'transferred', occurred: on('2026-06-29', '11:05'), from: 'Front desk', to: 'Office of the General Counsel', by: 'Front desk', purpose: 'For counsel' },
        {
          action: 'transferred',
          occurred: on('2026-06-30', '09:00'),
          from: 'Office of the General Counsel',
          to: 'Legal operations',
          by: 'Legal operations',
          purpose: 'Safe-keeping of the original',
        },
      ],
    });
    item('e-courier', 'Courier’s receipt for the letter, signed at 10:40 a.m.', 'document', '2026-06-29', '2026-06-29');
    item('e-attestation', 'Attestation of the suspension of access, with times from the change log', 'declaration', '2026-07-02', '2026-07-02', { authenticity: 'r902_13' });
    item('e-vsd-receipt', 'Confirmation by the Office of Export Enforcement that the first notice of self-disclosure was received', 'email', '2026-07-14', '2026-07-14');
    item('e-plan-acceptance', 'Letter accepting the remediation plan with two conditions', 'document', '2026-08-28', '2026-09-01', { source: { party: 'bis' } });
    item('e-first-report', 'Proof of receipt of the first report of suspended access', 'email', '2026-07-23', '2026-07-23');
    item(
      'e-ledger',
      'Ledger extract: credits paid to customers',
      'document',
      '2026-10-30',
      '2026-10-30',
      { sensitivity: ['cbi'] },
      { audience: 'internal', privilege: 'under_review' },
    );
    item('e-bis-conclusions', 'Two pages of conclusions from the Bureau: no method, no data', 'document', '2026-08-11', '2026-08-12', { source: { party: 'bis' } });
    item('e-bis-refusal', 'Letter of the Bureau refusing prompts and outputs as “law-enforcement sensitive”', 'document', '2026-08-11', '2026-08-12', { source: { party: 'bis' } });
    item('e-segregation', 'Verification report on the separation of identities, by a verifier who did not build it, 31 pages', 'test_result', '2026-09-24', '2026-09-25', {
      authenticity: 'r902_13',
    });
    item(
      'e-test',
      'Our own reproduction on versions 2.1 and 2.2, with four comparable systems',
      'test_result',
      '2026-08-20',
      '2026-08-21',
      { sensitivity: ['exploit_detail'], exculpatory: true },
      { audience: 'internal', privilege: 'under_review' },
    );
    item(
      'e-snapshot',
      'Snapshot of Heron 2.1, its filter and its logs before anything was changed',
      'weights_digest',
      '2026-07-06',
      '2026-07-06',
      { authenticity: 'r902_14' },
      { audience: 'internal' },
    );
    item('e-denial', 'Notice of denial of the license application', 'document', '2026-10-08', '2026-10-13', { source: { party: 'bis' } });
    item('e-amendment', 'Letter of the Bureau changing paragraphs 1 to 3', 'document', '2026-10-15', '2026-10-19', { source: { party: 'bis' } });
    item('e-amendment-receipt', 'Courier’s receipt for the second letter, signed at 9:15 a.m.', 'document', '2026-10-19', '2026-10-19');
    item('e-mini-off', 'Change log: Heron 2.1 mini and the staff of contractors', 'log', '2026-10-21', '2026-10-22', { authenticity: 'r902_13' });
    item('e-charging', 'Charging letter, served by delivery', 'document', '2026-10-26', '2026-10-29', { source: { party: 'oee' } });
    item('e-appeal-receipt', 'Receipt of the appeal, stamped by the office of the Under Secretary', 'document', '2026-11-18', '2026-11-18', {
      source: { party: 'under-secretary' },
    });
    item('e-records-request', 'Request for records under 15 CFR 762.7', 'document', '2026-11-02', '2026-11-04', { source: { party: 'oee' } });
    item('e-summons', 'Proof of service of summons and complaint on the United States Attorney', 'document', '2026-09-16', '2026-09-17', {}, { audience: 'court' });
    item('e-rfp', 'Requests for production, first set, served by mail', 'document', '2026-11-02', '2026-11-05', {}, { audience: 'court' });
    item('e-rfa', 'Requests for admission, first set, served electronically', 'document', '2026-11-09', '2026-11-09', {}, { audience: 'court' });
    item('e-subpoena', 'Subpoena of a third party for access logs', 'document', '2026-11-12', '2026-11-12', {}, { audience: 'court' });
    item('e-scheduling', 'Scheduling order', 'document', '2026-11-10', '2026-11-10', { authenticity: 'r902_5' }, { audience: 'court' });
    item('e-log-extension', 'Stipulation on the date of the privilege logs', 'document', '2026-11-13', '2026-11-13', {}, { audience: 'court' });
    item('e-foia-ack', 'Acknowledgment of the FOIA request', 'email', '2026-09-30', '2026-09-30');
    item(
      'e-halden-contract',
      'Distribution and cloud agreement with Halden Cloud',
      'document',
      '2024-02-01',
      '2026-07-08',
      {},
      { audience: 'internal', privilege: 'under_review' },
    );
    item('e-brightwater', 'Notice to Brightwater Health Systems, returned as undeliverable', 'email', '2026-10-23', '2026-11-19', {}, { audience: 'internal' });
    item('e-deletion-off', 'Configuration: automatic deletion suspended in twelve systems', 'screenshot', '2026-06-30', '2026-07-01');
    item('e-report-2-receipt', 'Proof of receipt of the report of mid-November', 'email', '2026-11-12', '2026-11-12');
    item(
      'e-transcript',
      'Message said to quote the tester: source and date in doubt',
      'chat',
      null,
      '2026-08-03',
      {
        reliability: 'Forwarded twice; the sender will not say from whom.',
        date: {
          certainty: 'disputed',
          readings: [
            { day: day('2026-06-05'), saidBy: 'The header' },
            { day: day('2026-06-08'), saidBy: 'The person who forwarded it' },
          ],
        },
      },
      { audience: 'internal' },
    );
  };
