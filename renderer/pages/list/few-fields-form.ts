import { newForm, type FormStore } from '../../form/form-store.ts';
import type { Values } from '../../form/values.ts';

/** A form that holds a few fields and nothing else: for what is set or asked outside a record. It makes none, so nobody reads its labels. */
export const fewFieldsForm = (values: Values = {}): FormStore =>
  newForm({
    values,
    typed: {},
    errors: {},
    caseId: null,
    named: '',
    audience: 'internal',
    privilege: 'none',
    basis: { author: '', purpose: '', dualPurpose: false },
    tags: '',
    reason: '',
    touched: false,
  });
