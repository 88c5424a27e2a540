import { useEffect, useState } from 'react';
import type { KindDefinition } from '../../../shared/records/kind.ts';
import type { ListView } from '../../../shared/records/list-view.ts';
import { vault } from '../../bridge.ts';
import { setScreen } from '../../screen/screen.ts';
import { usual } from './columns.tsx';
import { useStandingView, viewLeft } from '../../screen/standing.ts';

/** How a list of this kind comes where nobody has said otherwise. */
export const plainView = (kind: KindDefinition): ListView => ({ name: '', columns: [...usual(kind)], sort: [], filter: '', closed: false, states: [], fields: [] });

export interface Views {
  readonly view: ListView;
  readonly change: (part: Partial<ListView>) => void;
  readonly saved: readonly ListView[];
  readonly choose: (view: ListView) => void;
  readonly saveAs: (name: string) => void;
  readonly forget: (name: string) => void;
}

/** What a list looked like when it was left, by kind: kept in the memory of this page only. */
const left = new Map<string, ListView>();

/** How the list is looked at now, and the views that the person at work keeps of it in the vault. */
export function useViews(kind: KindDefinition): Views {
  const [view, setView] = useState(() => left.get(kind.kind) ?? viewLeft(kind.kind) ?? plainView(kind));
  const [saved, setSaved] = useState<readonly ListView[]>([]);
  useEffect(() => {
    void vault.ask('views.read', { kind: kind.kind }).then((answer) => answer.ok && setSaved(answer.reply.views));
  }, [kind]);
  useStandingView(kind.kind, view);
  const hold = (next: ListView): void => {
    left.set(kind.kind, next);
    setView(next);
  };
  const keep = (next: readonly ListView[]): void => {
    const before = saved;
    setSaved(next);
    void vault.ask('views.save', { kind: kind.kind, views: [...next] }).then((answer) => {
      if (answer.ok) return;
      setSaved(before);
      setScreen({ failure: answer.failure });
    });
  };
  return {
    view,
    change: (part) => hold({ ...view, ...part, ...(part.name === undefined && { name: '' }) }),
    saved,
    choose: hold,
    saveAs: (name) => {
      const named = { ...view, name };
      hold(named);
      keep([...saved.filter((one) => one.name !== name), named]);
    },
    forget: (name) => {
      keep(saved.filter((one) => one.name !== name));
      if (view.name === name) hold({ ...view, name: '' });
    },
  };
}
