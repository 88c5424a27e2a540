import { Button, CloseButton, TextInput, UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { mostViews, type KeptSearch } from '../../../shared/records/list-view.ts';
import { vault } from '../../bridge.ts';
import { setScreen, useScreen } from '../../screen/screen.ts';
import { search as words } from '../../words/search.ts';
import styles from './search.module.css';
import { PageButton, usePageActs } from '../../ui/page-button.tsx';

/** The searches that the person at work keeps in the vault, and the way to keep this one under a name. Nothing stands there where there is neither. */
export function KeptSearches({ asked, ranked, choose }: { asked: string; ranked: boolean; choose: (one: KeptSearch) => void }) {
  const [kept, setKept] = useState<readonly KeptSearch[]>([]);
  const [naming, setNaming] = useState<string | null>(null);
  const keeps = useScreen((now) => now.session?.vault?.readOnly == null);
  useEffect(() => {
    void vault.ask('searches.read', {}).then((answer) => answer.ok && setKept(answer.reply.searches));
  }, []);
  const save = (next: readonly KeptSearch[]): void => {
    const before = kept;
    setKept(next);
    void vault.ask('searches.save', { searches: [...next] }).then((answer) => {
      if (answer.ok) return;
      setKept(before);
      setScreen({ failure: answer.failure });
    });
  };
  usePageActs(kept.map((one) => ({ name: words.savedSearch(one.name), act: () => choose(one) })));
  const isKept = kept.some((one) => one.text === asked && one.ranked === ranked);
  const canKeep = keeps && asked !== '' && !isKept && kept.length < mostViews;
  if (kept.length === 0 && !canKeep) return null;
  return (
    <section className={styles.kept} aria-label={words.kept}>
      {kept.length > 0 && (
        <ul>
          {kept.map((one) => (
            <li key={one.name}>
              <UnstyledButton className={styles.saved} aria-current={one.text === asked && one.ranked === ranked} title={one.text} onClick={() => choose(one)}>
                {one.name}
              </UnstyledButton>
              {keeps && <CloseButton size={24} aria-label={words.forget(one.name)} onClick={() => save(kept.filter((other) => other !== one))} />}
            </li>
          ))}
        </ul>
      )}
      {canKeep && naming === null && <PageButton onClick={() => setNaming(asked.slice(0, 100))}>{words.keep}</PageButton>}
      {canKeep && naming !== null && (
        <form
          className={styles.name}
          onSubmit={(event) => {
            event.preventDefault();
            const name = naming.trim();
            if (name === '') return;
            save([...kept.filter((one) => one.name !== name), { name, text: asked, ranked }]);
            setNaming(null);
          }}
          onKeyDown={(event) => event.key === 'Escape' && setNaming(null)}
        >
          <TextInput aria-label={words.keepAs} value={naming} maxLength={100} autoFocus onChange={(event) => setNaming(event.currentTarget.value)} w={260} />
          <Button type="submit">{words.keepSave}</Button>
        </form>
      )}
    </section>
  );
}
