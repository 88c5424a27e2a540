import type { Desk } from './desk.ts';
import type { Paragraph, Run } from './press/paper.ts';

/** The statements of the filing, each with the exhibits it rests on. Matter for which confidential treatment is claimed stands in double brackets. */
export function statements(desk: Desk): Paragraph[] {
  return (desk.filing?.fields.statements ?? []).map((one): Run[] => {
    const words = { text: one.confidential ? `[[${one.text}]]` : one.text };
    return [words, ...desk.cite.after((one.sources ?? []).filter((id) => desk.shelf.get('evidence_item', id)))];
  });
}
