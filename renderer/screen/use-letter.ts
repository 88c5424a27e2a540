import { useEffect } from 'react';
import { standsOver } from './stands-over.ts';

const typing = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** A page's own act by one letter, while nothing is typed and neither a dialog nor a menu is open; null where the act is not to be had. */
export function useLetter(letter: string, act: (() => void) | null): void {
  useEffect(() => {
    if (act === null) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== letter || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || standsOver()) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}
