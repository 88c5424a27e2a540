import { useMemo, useState } from 'react';
import type { z } from 'zod';
import type { contract } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { vault } from '../../bridge.ts';
import { setScreen, useScreen } from '../../screen/screen.ts';

type Reply = z.output<(typeof contract)['records.removed']['reply']>;
export type Removed = Reply['rows'][number];

/** So many are read at once; the ones before are asked for. */
const page = 500;

/** What was removed, last first; `earlier` reads the next page, and is null where there is none. */
export function useRemoved(
  caseId: string | null,
  text: string,
): { readonly rows: readonly Removed[]; readonly total: number | null; readonly failure: Failure | null; readonly earlier: (() => void) | null } {
  const seq = useScreen((now) => now.seq);
  const question = { limit: page, ...(caseId !== null && { caseId }), ...(text !== '' && { text }) };
  const { reply, failure } = useAnswer('records.removed', question, false);
  const key = `${seq} ${JSON.stringify(question)}`;
  const [further, setFurther] = useState<{ readonly key: string; readonly rows: readonly Removed[] }>({ key, rows: [] });
  const rows = useMemo(() => [...(reply?.rows ?? []), ...(further.key === key ? further.rows : [])], [reply, further, key]);
  const total = reply?.total ?? null;
  const last = rows.at(-1);
  const earlier = (): void => {
    if (last === undefined) return;
    void vault.ask('records.removed', { ...question, before: last.seq }).then((answer) => {
      if (!answer.ok) return setScreen({ failure: answer.failure });
      setFurther((was) => ({ key, rows: [...(was.key === key ? was.rows : []), ...answer.reply.rows] }));
    });
  };
  return { rows, total, failure, earlier: total !== null && rows.length < total ? earlier : null };
}
