import { Checkbox, TextInput } from '@mantine/core';
import type { PrivilegeBasis } from '../../shared/records/record.ts';
import { records } from '../words/records.ts';

/** What a claim of privilege rests on, asked when it is made. */
export function BasisFields({ basis, set }: { basis: PrivilegeBasis; set: (part: Partial<PrivilegeBasis>) => void }) {
  const on = records.basis;
  return (
    <>
      <TextInput label={on.author} value={basis.author} onChange={(event) => set({ author: event.currentTarget.value })} />
      <TextInput label={on.purpose} description={on.purposeHint} value={basis.purpose} onChange={(event) => set({ purpose: event.currentTarget.value })} />
      <Checkbox label={on.dual} checked={basis.dualPurpose} onChange={(event) => set({ dualPurpose: event.currentTarget.checked })} />
      <Checkbox label={on.upjohn} checked={basis.upjohn === true} onChange={(event) => set({ upjohn: event.currentTarget.checked })} />
    </>
  );
}
