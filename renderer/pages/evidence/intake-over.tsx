import { useEffect, useRef } from 'react';
import { IntakeDialog } from './intake-dialog.tsx';
import { useIntake } from './use-intake.ts';

const asked = 'cordon-intake';
type Wanted = readonly File[] | null;

/** Asks about files and takes them in, on whatever page one is; `null` has the person choose them. */
export const askIntake = (files: Wanted): void => void dispatchEvent(new CustomEvent<Wanted>(asked, { detail: files }));

/** The dialog of intake, over every page: what runs goes on where one goes elsewhere; what is asked or done is left with its page. */
export function IntakeOver() {
  const { intake, take, run, cancel, close } = useIntake();
  const now = useRef({ intake, take, close });
  now.current = { intake, take, close };
  useEffect(() => {
    const onAsked = (event: Event): void => {
      const { phase } = now.current.intake;
      // One intake at a time: the dialog of the first stands over the page.
      if (event instanceof CustomEvent && (phase === 'idle' || phase === 'done')) void now.current.take(event.detail as Wanted);
    };
    const onGone = (): void => {
      const { phase } = now.current.intake;
      if (phase === 'asking' || phase === 'done') now.current.close();
    };
    addEventListener(asked, onAsked);
    addEventListener('hashchange', onGone);
    return () => {
      removeEventListener(asked, onAsked);
      removeEventListener('hashchange', onGone);
    };
  }, []);
  return <IntakeDialog intake={intake} onRun={run} onCancel={cancel} onClose={close} />;
}
