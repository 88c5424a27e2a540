import { localStorageColorSchemeManager, MantineProvider, type MantineColorSchemeManager } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { hear, vault } from './bridge.ts';
import { ClosingDialog } from './frame/closing-dialog.tsx';
import { leaveComposing } from './keys/composing.ts';
import { keepOnePress } from './keys/one-press.ts';
import { UnlockPage } from './pages/unlock/unlock-page.tsx';
import { lockedByHost } from './screen/lock.ts';
import { goBack, goesBack } from './screen/place.ts';
import { holdSettings } from './screen/settings.ts';
import { holdSession, setScreen, useScreen, type Session } from './screen/screen.ts';
import { keepTaskBar } from './screen/task-bar.ts';
import { keepDialogFocus } from './ui/dialog-focus.ts';
import { tellFloats } from './ui/tell-floats.ts';
import { TextSpread } from './ui/text-spread.tsx';
import { resolver, strongResolver, theme } from './ui/theme.ts';
import { shell } from './words/shell.ts';
import { CaseWindow } from './case-window.tsx';

/** The nonce of this load, put into the page by the host; Mantine's style elements carry it. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/** Mantine would keep the colour scheme in the browser's storage: nothing is kept there. */
const schemeManager: MantineColorSchemeManager = {
  ...localStorageColorSchemeManager(),
  get: (otherwise) => otherwise,
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
};

/** The whole window: the door while the vault is shut, the case once it is open. */
export function App() {
  const session = useScreen((now) => now.session);
  const appearance = useScreen((now) => now.settings.appearance);
  const strong = useMediaQuery('(prefers-contrast: more)', false, { getInitialValueInEffect: false });

  const locked = useRef<Session['lockedBecause']>(null);
  if (session?.phase === 'closed') locked.current = session.lockedBecause;

  useEffect(() => {
    // How days are written is known before the first of them is drawn.
    void Promise.all([vault.ask('session.state', {}), vault.ask('settings.read', {}), vault.ask('settings.fixed', {})]).then(([state, settings, fixed]) => {
      if (settings.ok) holdSettings(settings.reply, fixed.ok ? fixed.reply : useScreen.getState().fixed);
      if (state.ok) holdSession(state.reply);
      else setScreen({ failure: state.failure });
    });
    // The host locks on sleep, on a locked screen and to quit: what is shown goes at once, whatever the window was doing.
    return hear('session.locking', lockedByHost);
  }, []);

  useEffect(leaveComposing, []);
  useEffect(() => keepTaskBar(), []);
  useEffect(keepOnePress, []);

  const floats = useRef<HTMLElement>(null);
  useEffect(() => (floats.current ? keepDialogFocus(floats.current) : undefined), []);
  useEffect(() => (floats.current ? tellFloats(floats.current, shell.floats) : undefined), []);

  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={strong ? strongResolver : resolver}
      getStyleNonce={() => nonce}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
      {...(appearance !== 'system' && { forceColorScheme: appearance })}
    >
      <TextSpread />
      <section ref={floats} id="floats" />
      {session && (session.phase === 'open' ? <Opened because={locked.current} /> : <UnlockPage session={session} />)}
      <ClosingDialog />
    </MantineProvider>
  );
}

/** The case, where one stood in it when it was locked for a while. */
function Opened({ because }: { because: Session['lockedBecause'] }) {
  const [isThere, setThere] = useState(() => !goesBack(because));
  useEffect(() => {
    if (!isThere) void goBack().then(() => setThere(true));
  }, [isThere]);
  return isThere ? <CaseWindow /> : null;
}
