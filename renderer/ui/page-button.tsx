import { Button, type ButtonProps } from '@mantine/core';
import { type ComponentPropsWithoutRef, useMemo, useRef } from 'react';
import type { KeyId } from '../words/keys.ts';
import { useOffers } from '../screen/offers.ts';

type Native = Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps | 'onClick' | 'children'>;
export interface PageButtonProps extends ButtonProps, Native {
  /** What stands on it, and its name in the search window unless it has an `aria-label`. */
  readonly children: string;
  readonly onClick: () => void;
  /** Its keys, where it has any. */
  readonly keyed?: KeyId;
}

/** A button of a page, not of a dialog: what it does can be said by name in the search window too, while it can be pressed. */
export function PageButton({ onClick, keyed, ...props }: PageButtonProps) {
  const name = props['aria-label'] ?? props.children;
  usePageAct(name, onClick, props.disabled !== true && props.loading !== true, keyed);
  return <Button {...props} onClick={onClick} />;
}

/** Offers by name what something on the page does, while `can`. Two pieces of a page with one name are one act. */
export function usePageAct(name: string, act: () => void, can = true, key?: KeyId): void {
  usePageActs(can ? [{ name, act, ...(key && { key }) }] : []);
}

/** Offers several acts by their names. */
export function usePageActs(acts: readonly { readonly name: string; readonly act: () => void; readonly key?: KeyId }[]): void {
  const latest = useRef(acts);
  latest.current = acts;
  // Offered anew only when they are others.
  const spelled = JSON.stringify(acts.map(({ name, key }) => [name, key]));
  useOffers(useMemo(() => acts.map(({ name, key }, i) => ({ id: pageActId(name), name, act: () => latest.current[i]?.act(), ...(key && { key }) })), [spelled]));
}

/** The name in the program of an act that has none but the one that people read. */
export const pageActId = (name: string): string => `page-${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}`.slice(0, 200);
