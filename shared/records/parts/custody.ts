import { field } from '../field.ts';

export const custodyActions = {
  identified: 'Identified',
  collected: 'Collected',
  received: 'Received',
  imported: 'Taken in',
  verified: 'Verified',
  viewed: 'Viewed',
  copied: 'Copied',
  exported: 'Exported',
  transferred: 'Handed over',
  sealed: 'Sealed',
  unsealed: 'Unsealed',
  redacted_copy_made: 'Redacted copy made',
  produced: 'Produced',
  returned: 'Returned',
  sequestered: 'Sequestered',
  destroyed: 'Destroyed',
  hash_mismatch: 'Digest differs',
} as const;

/** Who had it, when and why (NIST SP 800-72, ISO/IEC 27037). Rows are added at the end and never changed. */
export const custodyRows = field.rows({
  label: 'Chain of custody',
  fields: {
    action: field.choice({ label: 'Event', required: true, options: custodyActions }),
    occurred: field.date({ label: 'When', required: true }),
    recordedAt: field.instant({ label: 'Recorded' }),
    by: field.text({ label: 'By' }),
    from: field.text({ label: 'From' }),
    to: field.text({ label: 'To' }),
    place: field.text({ label: 'Place' }),
    purpose: field.prose({ label: 'Purpose' }),
    tool: field.text({ label: 'Tool' }),
    hashBefore: field.text({ label: 'SHA-256 before' }),
    hashAfter: field.text({ label: 'SHA-256 after' }),
    witness: field.text({ label: 'Witness' }),
    lateReason: field.prose({ label: 'Why it is entered late', help: 'Needed when it happened before an event that is already recorded.' }),
    note: field.prose({ label: 'Note' }),
  },
});
