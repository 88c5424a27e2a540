import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { audiences, privileges } from '../../../shared/records/field.ts';
import { BasisFields } from '../../form/basis-fields.tsx';
import { evidence as words } from '../../words/evidence.ts';
import { form } from '../../words/form.ts';
import { audienceWords, privilegeWords } from '../../words/records.ts';
import { useOpenCases, useOpenRows } from '../../working-set/use-rows.ts';
import { isClaim, type About } from './use-intake.ts';
import { Select } from '../../ui/select.tsx';

const holdKind = ['legal_hold'] as const;

/** What is said of files before they are taken in: their case and labels, who had them, and under a hold why it cannot wait. */
export function AboutFields({ about, missing, onChange }: { about: About; missing: boolean; onChange: (part: Partial<About>) => void }) {
  const { rows: cases, whole } = useOpenCases();
  const { rows: holds } = useOpenRows(holdKind);
  // What is missing is asked first; the dialog may stand before its fields do, and then cannot put the focus there itself.
  const [caseFirst] = useState(about.caseId === '');
  const first = { autoFocus: true, 'data-autofocus': true } as const;
  return (
    <>
      <Select
        label={words.case}
        description={whole && cases.length === 0 ? words.noCase : words.caseHint}
        error={missing && about.caseId === '' ? words.caseMissing : undefined}
        data={cases.map((row) => ({ value: row.id, label: row.title }))}
        placeholder={form.pickOne}
        value={about.caseId === '' ? null : about.caseId}
        onChange={(value) => onChange({ caseId: value ?? '' })}
        openOnFocus={false}
        {...(caseFirst && first)}
      />
      <TextInput
        label={words.custodian}
        description={words.custodianHint}
        value={about.custodian}
        onChange={(event) => onChange({ custodian: event.currentTarget.value })}
        {...(!caseFirst && first)}
      />
      <TextInput label={words.source} description={words.sourceHint} value={about.source} onChange={(event) => onChange({ source: event.currentTarget.value })} />
      <Select
        label={words.privilege}
        data={privileges.map((value) => ({ value, label: privilegeWords[value] }))}
        value={about.privilege}
        onChange={(value) => onChange({ privilege: privileges.find((one) => one === value) ?? about.privilege })}
      />
      {isClaim(about.privilege) && <BasisFields basis={about.basis} set={(part) => onChange({ basis: { ...about.basis, ...part } })} />}
      <Select
        label={words.audience}
        data={audiences.map((value) => ({ value, label: audienceWords[value] }))}
        value={about.audience}
        onChange={(value) => onChange({ audience: audiences.find((one) => one === value) ?? about.audience })}
      />
      {/* Asked for only where a hold may bind the files. */}
      {(!whole || holds.length > 0) && (
        <TextInput label={words.reason} description={words.reasonHint} value={about.reason} onChange={(event) => onChange({ reason: event.currentTarget.value })} />
      )}
      <p className="muted">{words.leave}</p>
    </>
  );
}
