import { field } from '../field.ts';

/** A due date that moved keeps every date it had (domain.md §2.10). Rows are added, never changed. */
export const dueChanges = field.rows({
  label: 'Changes of the due date',
  fields: {
    from: field.date({ label: 'From', required: true }),
    to: field.date({ label: 'To', required: true }),
    reason: field.prose({ label: 'Reason', required: true }),
    on: field.day({ label: 'Changed on', required: true }),
  },
});
