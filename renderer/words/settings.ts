import { counted } from './count.ts';

/** Words of the settings page. */
export const settings = {
  title: 'Settings',
  note: 'Kept on this computer, outside the vault. Nothing here names a case.',
  look: 'Appearance', appearance: 'Colors', light: 'Light', dark: 'Dark', system: 'As the system',
  locking: 'Locking', lockAfter: 'Lock when nobody has used it for', minutes: (n: number) => `${n} minutes`,
  lockNote: 'It also locks when the computer sleeps and when its screen is locked.',
  keys: 'Keys', singleKeys: 'Letters without Ctrl are commands (G then D goes to the docket)', allKeys: 'All shortcuts',
  vault: 'This vault', name: 'Name', person: 'Opened by', freshness: 'Freshness', seq: 'Last entry',
  fresh: 'The newest state this computer knows', unknown: 'Not known: last opened elsewhere', behind: 'Older than the one last opened here',
  verify: 'Verify', verifyNote: 'Reads every page, every entry and every stored file, and compares every record with its last entry.',
  verifying: 'Verifying the vault',
  far: (what: string, done: number, of: number | null, unit: string) => `${what}: ${done.toLocaleString('en-US')}${of === null ? '' : ` of ${of.toLocaleString('en-US')}`} ${unit}`,
  verified: (entries: number, root: string) => `Everything agrees. ${counted(entries, 'entry', 'entries')}; root ${root}.`,
  found: (count: number) => `${counted(count, 'finding')}. Keep the folder as it is.`,
  about: 'About', version: 'Version', network: 'Network', networkNone: 'None. The window cannot reach any address.', host: 'Shown in', electron: 'The installed program', chromium: 'A browser on this computer',
  license: 'License', licenseName: 'Apache License 2.0; the licenses of its parts are in THIRD-PARTY-NOTICES.md',
} as const;
