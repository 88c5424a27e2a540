import type { KindDefinition } from '../../../shared/records/kind.ts';
import { newForm, type FormStore } from '../../form/form-store.ts';
import type { Values } from '../../form/values.ts';

/** A form that holds a few fields and nothing else: for what is set or asked outside a record. */
export const fewFieldsForm = (kind: Pick<KindDefinition, 'audience' | 'privilege'>, values: Values = {}): FormStore =>
  newForm({
    values,
    typed: {},
    errors: {},
    caseId: null,
    named: '',
    audience: kind.audience,
    privilege: kind.privilege,
    basis: { author: '', purpose: '', dualPurpose: false },
    tags: '',
    reason: '',
    touched: false,
  });
