import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { onPaste } from '../form/pasted.ts';
import { isTyping } from '../keys/typing.ts';
import { droppedFiles } from '../pages/evidence/dropped-files.ts';
import { askIntake } from '../pages/evidence/intake-over.tsx';
import type { Route } from '../screen/route.ts';
import { nowInstant, say, useScreen, zone } from '../screen/screen.ts';
import { standsOver } from '../screen/stands-over.ts';
import { dayAt } from '../words/dates.ts';
import { handed as words } from '../words/handed.ts';
import { outcomes, type Target } from './outcomes.ts';
import { importCells } from './pending-table.ts';
import { handedIn, type Handed } from './source.ts';

/** Whether files are held over the window. */
export const useHeldOver = create<{ readonly files: boolean }>(() => ({ files: false }));
/** A drag that goes on tells so several times a second: this long after the last time it is over. */
const restsMs = 400;

const clock = new Map<string, Intl.DateTimeFormat>();
/** The moment as it may stand in the name of a file: `2026-11-26 14.05.09`. */
function stamp(): string {
  const at = nowInstant();
  const time = clock.get(zone()) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone(), hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  clock.set(zone(), time);
  return `${dayAt(at, zone())} ${time.format(at).replaceAll(':', '.')}`;
}

function targetOf(event: Event, route: Route): Target {
  if (isTyping(event.target)) return 'field';
  if (route.page === 'evidence') return 'evidence';
  return route.page === 'record' ? 'record' : 'elsewhere';
}

/** The kind whose rows a table pasted on this page would be. */
const kindHere = (route: Route): string => {
  if (route.page === 'evidence') return 'evidence_item';
  if (route.page === 'requests') return 'evidence_request';
  return (route.page === 'list' || route.page === 'import') && !['case', 'evidence_text', 'release', 'approval'].includes(route.kind) ? route.kind : 'deadline';
};

/** A screenshot has no name of its own: it gets one by which it is known in the dialog and in custody. */
const named = (file: File): File =>
  /^image\.(png|jpe?g|gif|bmp|webp|tiff?)$/i.test(file.name)
    ? new File([file], words.made.picture(stamp(), file.name.split('.').at(-1)?.toLowerCase() ?? 'png'), { type: file.type })
    : file;

const writable = (): boolean => useScreen.getState().asOf === null && useScreen.getState().session?.vault?.readOnly == null;

/** Does what the table of outcomes says; gives whether the page has dealt with it, so that nobody else does. */
function deal(handed: Handed, given: DataTransfer, target: Target, route: Route): boolean {
  const outcome = outcomes[handed.source][target];
  if (outcome === 'insert') return false;
  if (standsOver()) say(words.standsOver);
  else if (outcome in words.refused) say(words.refused[outcome as keyof typeof words.refused]);
  else if (!writable()) say(words.readOnly);
  else if (outcome === 'import') {
    if (handed.cells === null) say(words.rowsTooLarge);
    else importCells(handed.cells, kindHere(route));
  } else if (outcome === 'exhibit') {
    const isMarked = handed.source === 'html';
    askIntake([new File([isMarked ? handed.html : handed.text], words.made[isMarked ? 'html' : 'text'](stamp()), { type: isMarked ? 'text/html' : 'text/plain' })]);
  } else {
    // Entries of folders are given only while the event lasts: they are asked for at once.
    void droppedFiles(given, useScreen.getState().session?.host === 'chromium').then((files) => {
      if (files.length > 0) askIntake(files.map(named));
      else say(words.unknown);
    });
  }
  return true;
}

/** Hears what is pasted and dropped anywhere in the window, unless a piece of the page has taken it; a drag that began in this window is its own. */
export function useHanded(route: Route): void {
  const here = useRef(route);
  here.current = route;
  useEffect(() => {
    let own = false;
    let rests: ReturnType<typeof setTimeout> | undefined;
    const isOver = (files: boolean): void => {
      clearTimeout(rests);
      useHeldOver.setState({ files });
      if (files) rests = setTimeout(() => useHeldOver.setState({ files: false }), restsMs);
    };
    const onDragStart = (): void => void (own = true);
    const onDragEnd = (): void => void (own = false);
    const onDragOver = (event: DragEvent): void => {
      const { dataTransfer } = event;
      if (own || event.defaultPrevented || !dataTransfer) return;
      const files = dataTransfer.types.includes('Files');
      // Text over a field is the field's.
      if (!files && isTyping(event.target)) return;
      event.preventDefault();
      // A copy, never a move: a mail program that is told nothing moves what it gave to its deleted items.
      dataTransfer.dropEffect = 'copy';
      isOver(files && writable() && !standsOver());
    };
    const onDrop = (event: DragEvent): void => {
      isOver(false);
      const { dataTransfer } = event;
      if (own || event.defaultPrevented || !dataTransfer) return void (own = false);
      const handed = handedIn(dataTransfer);
      dataTransfer.dropEffect = 'copy';
      if (handed === null) say(words.unknown);
      else if (!deal(handed, dataTransfer, targetOf(event, here.current), here.current)) return;
      event.preventDefault();
    };
    const onPasted = (event: ClipboardEvent): void => {
      const { clipboardData } = event;
      if (event.defaultPrevented || !clipboardData) return;
      const handed = handedIn(clipboardData);
      // An empty clipboard is nothing handed over.
      if (handed === null) return;
      if (deal(handed, clipboardData, targetOf(event, here.current), here.current)) event.preventDefault();
      else onPaste(event);
    };
    addEventListener('dragstart', onDragStart);
    addEventListener('dragend', onDragEnd);
    // Where the pointer comes over another piece of the page only this is told: unanswered, files let go right then are lost (measured, X11).
    addEventListener('dragenter', onDragOver);
    addEventListener('dragover', onDragOver);
    addEventListener('drop', onDrop);
    addEventListener('paste', onPasted);
    return () => {
      removeEventListener('dragstart', onDragStart);
      removeEventListener('dragend', onDragEnd);
      removeEventListener('dragenter', onDragOver);
      removeEventListener('dragover', onDragOver);
      removeEventListener('drop', onDrop);
      removeEventListener('paste', onPasted);
      isOver(false);
    };
  }, []);
}
