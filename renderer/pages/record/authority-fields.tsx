import { Textarea, TextInput } from '@mantine/core';
import * as z from 'zod';
import { authorities, type Authority } from '../../../shared/records/authority.ts';
import { ChoiceSelect } from '../../ui/choice-select.tsx';
import { erasure as words } from '../../words/erasure.ts';
import styles from './close-dialog.module.css';

export interface AuthorityTyped {
  readonly kind: Authority['kind'] | null;
  readonly paper: string;
  readonly reason: string;
}
export const noAuthority: AuthorityTyped = { kind: null, paper: '', reason: '' };
// Proof of the cast: the keys of this very record.
const kinds = Object.keys(authorities) as Authority['kind'][];
export const authorityTyped: z.ZodType<AuthorityTyped> = z.object({ kind: z.enum(kinds).nullable(), paper: z.string(), reason: z.string() });
export type AuthorityMissing = Partial<Record<keyof AuthorityTyped, string>>;

/** The authority as it may be sent, or what is missing of it. */
export function authorityOf({ kind, paper, reason }: AuthorityTyped): { authority: Authority } | { missing: AuthorityMissing } {
  if (kind !== null && paper.trim() !== '' && reason.trim() !== '') return { authority: { kind, paper: paper.trim(), reason: reason.trim() } };
  return {
    missing: {
      ...(kind === null && { kind: words.authorityNeeded }),
      ...(paper.trim() === '' && { paper: words.paperNeeded }),
      ...(reason.trim() === '' && { reason: words.whyNeeded }),
    },
  };
}

/** Under which authority, by which paper, and why: asked in the same words for sequestering and for erasing. */
export function AuthorityFields({ typed, missing, onChange }: { typed: AuthorityTyped; missing: AuthorityMissing; onChange: (typed: AuthorityTyped) => void }) {
  return (
    <div className={styles.fields}>
      <ChoiceSelect
        label={words.authority}
        error={missing.kind}
        value={typed.kind}
        data={Object.entries(authorities).map(([value, label]) => ({ value, label }))}
        // Proof of the cast: the options are the keys of `authorities`.
        onChange={(kind) => onChange({ ...typed, kind: kind as Authority['kind'] | null })}
        first
      />
      <TextInput
        label={words.paper}
        description={words.paperHint}
        error={missing.paper}
        value={typed.paper}
        onChange={(event) => onChange({ ...typed, paper: event.currentTarget.value })}
      />
      <Textarea
        label={words.why}
        error={missing.reason}
        value={typed.reason}
        autosize
        minRows={2}
        onChange={(event) => onChange({ ...typed, reason: event.currentTarget.value })}
      />
    </div>
  );
}
