import { useEffect, useRef, useState } from 'react';
import * as z from 'zod';
import { newForm, type FormStore } from '../../form/form-store.ts';
import type { KeptWords } from '../../form/use-kept-words.ts';
import type { Values } from '../../form/values.ts';

/** What stands in a few fields, as it is kept with the other words of a dialog. */
export const keptFields = { values: z.record(z.string(), z.unknown()), typed: z.record(z.string(), z.string()), typedOn: z.record(z.string(), z.string()).default({}) };
interface Fields {
  readonly values: Values;
  readonly typed: Readonly<Record<string, string>>;
  readonly typedOn: Readonly<Record<string, string>>;
}

/** A form that holds a few fields and nothing else: for what is set or asked outside a record. It makes none, so nobody reads its labels. */
export const fewFieldsForm = (values: Values = {}, typed: Fields['typed'] = {}, typedOn: Fields['typedOn'] = {}): FormStore =>
  newForm({
    values,
    typed,
    typedOn,
    errors: {},
    caseId: null,
    named: '',
    audience: 'internal',
    privilege: 'none',
    basis: { author: '', purpose: '', dualPurpose: false },
    tags: '',
    reason: '',
    touched: false,
  });

/** A form of a few fields whose content is kept with the other words of its dialog; it is emptied when those are. */
export function useKeptFields<W extends Fields>(kept: Pick<KeptWords<W>, 'words' | 'set'>): FormStore {
  const [store] = useState(() => fewFieldsForm(kept.words.values, kept.words.typed, kept.words.typedOn));
  const set = useRef(kept.set);
  set.current = kept.set;
  useEffect(
    () =>
      store.subscribe(({ values, typed, typedOn }, was) => {
        // Proof of the cast: the three parts of W that are named here.
        if (values !== was.values || typed !== was.typed) set.current({ values, typed, typedOn } as Partial<W>);
      }),
    [store],
  );
  const { values, typed, typedOn } = kept.words;
  useEffect(() => {
    // Thrown away, or there again after the dialog stood.
    const now = store.getState();
    if (now.values !== values || now.typed !== typed) store.setState({ values, typed, typedOn, errors: {} });
  }, [values, typed]);
  return store;
}
