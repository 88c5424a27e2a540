import { Button } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { type Act, useOffers } from '../../screen/offers.ts';
import type { KeyId } from '../../words/keys.ts';
import { exporting } from '../../words/exchange.ts';
import { list as words } from '../../words/list.ts';

/** What can be done to the chosen rows, by its name in the words of lists. */
export interface ChosenAct {
  readonly id: string;
  readonly name: string;
  readonly key?: KeyId;
}

/** The acts on the chosen rows: buttons in the head, and the same in the menu of a chosen row, in the search window and by keys. `does` gets the name of the act. */
export function ChosenActs({ acts, does, except }: { acts: readonly ChosenAct[]; does: (id: string) => void; except?: string }) {
  const last = useRef(does);
  last.current = does;
  const spelled = JSON.stringify(acts);
  // Offered anew only when they are others.
  useOffers(useMemo<readonly Act[]>(() => acts.map((act) => ({ ...act, id: `chosen-${act.id}`, on: 'chosen', act: () => last.current(act.id) })), [spelled]));
  return acts.map((act) =>
    act.id === except ? null : (
      <Button key={act.id} variant={act.id === 'none' ? 'subtle' : 'default'} onClick={() => does(act.id)}>
        {act.name}
      </Button>
    ),
  );
}

/** Puts the rows on paper, by the keys of printing. */
export const printChosen: ChosenAct = { id: 'print', name: exporting.printChosen, key: 'print' };

/** Lets go of the rows: the last of the acts on them. */
export const letGo: ChosenAct = { id: 'none', name: words.letGo };
