import type { Session, WebContents } from 'electron';
import { countRequest } from './requests-counted.ts';

/** Where the page lives; a standard and secure scheme, served by `rendererFile` and by nothing else. */
export const appScheme = 'app';
export const appOrigin = 'app://cordon';

/** Whether an address is one of the app's own pages. Parsed, never compared by its beginning. */
export function isOwn(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.protocol === `${appScheme}:` && url.host === 'cordon' && url.username === '' && url.password === '';
}

/** Takes from a session everything that a page could ask for: permissions, devices, downloads, the network, dictionaries. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.on('select-hid-device', (event, _details, answer) => {
    event.preventDefault();
    answer();
  });
  session.on('select-serial-port', (event, _ports, _contents, answer) => {
    event.preventDefault();
    answer('');
  });
  session.on('select-usb-device', (event, _details, answer) => {
    event.preventDefault();
    answer();
  });
  session.on('will-download', (event) => event.preventDefault());
  session.setCertificateVerifyProc((_request, answer) => answer(-2));
  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: countRequest(!isOwn(url) && !url.startsWith('blob:app://cordon/') && !url.startsWith('data:image/') && !url.startsWith('devtools:')) }),
  );
  // The order matters: switching the checker off with languages set starts a download of dictionaries (measured, Electron 33).
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}

/** Nails a page to the app: no other address, no second window, no embedded page. */
export function lockContents(contents: WebContents): void {
  const prevent = (event: { preventDefault(): void }) => event.preventDefault();
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', prevent);
  contents.on('will-frame-navigate', prevent);
  contents.on('will-redirect', prevent);
  contents.on('will-attach-webview', prevent);
  contents.on('select-client-certificate', prevent);
  contents.on('login', prevent);
}
