import type { Desk } from './desk.ts';
import { paperDate } from './paper-date.ts';
import type { Signatures } from './press/paper.ts';

/** Who signs and who certifies, as the filing names them; a line to date it by hand where it is not signed yet. */
export function signatures({ filing }: Desk): Signatures {
  const { signatories, certification } = filing?.fields ?? {};
  return {
    signatures: (signatories ?? []).map((one) => ({ name: one.name, lines: one.lines ?? [], date: paperDate(one.signed) })),
    certification: certification === undefined ? null : { words: [{ text: certification.text }], signature: { name: certification.official, lines: [], date: null } },
  };
}
