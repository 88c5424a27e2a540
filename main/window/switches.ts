import type { App } from 'electron';

/** What a packaged app refuses to hear from its command line: each opens a door into a running app or takes a lock off. */
export const refusedSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
  'js-flags',
  'no-sandbox',
  'disable-web-security',
  'load-extension',
  'enable-logging',
  'log-file',
  'log-net-log',
  'proxy-server',
  'proxy-pac-url',
  'host-rules',
  'auth-server-allowlist',
  'user-data-dir',
] as const;

const chromiumSwitches: readonly (readonly [string, string?])[] = [
  // No name resolves, so nothing in Chromium can call home even where a setting is missed (measured: dictionaries, component updates).
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-quic'],
  ['no-pings'],
  ['disable-sync'],
  // A crash report would hold the memory of the process.
  ['disable-breakpad'],
  ['disable-crash-reporter'],
  // Dialogs of another process (XDG portal) note chosen files in the desktop's list of recent ones; ours do not (recent-files.ts). No portal has this version.
  ['xdg-portal-required-version', '1000'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['disable-features', 'MediaRouter,DialMediaRouteProvider,OptimizationHints,AutofillServerCommunication,CertificateTransparencyComponentUpdater'],
];

/** Sets Chromium's command line, before the app is ready. */
export function setSwitches(app: App): void {
  const { commandLine } = app;
  if (app.isPackaged) for (const name of refusedSwitches) commandLine.removeSwitch(name);
  for (const [name, value] of chromiumSwitches) commandLine.appendSwitch(name, ...(value === undefined ? [] : [value]));
  // Only an unpackaged start as root says --no-sandbox (scripts/start.mjs), because Chromium refuses to run otherwise.
  if (!commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}
