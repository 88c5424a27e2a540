import { create } from 'zustand';
import type { RecordOf } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';

/** An act on a record that asks before it is done, wherever it was chosen: in a menu, by a key, by name. */
export type Asked =
  | { readonly record: AnyRecord; readonly act: 'move'; readonly to: string }
  | { readonly record: AnyRecord; readonly act: 'remove' }
  | { readonly record: RecordOf<'evidence_item'>; readonly act: 'copy-out' };

export const useAsked = create<{ readonly asked: Asked | null }>(() => ({ asked: null }));
export const askAbout = (asked: Asked | null): void => useAsked.setState({ asked });
