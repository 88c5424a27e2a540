import { counted } from './count.ts';

/** Words of the pages on what the program is and does: network, versions, faults. */
export const diagnostics = {
  title: 'About and diagnostics',
  note: 'What this program is, what is set, and what went wrong in it. Nothing here is of a case, and nothing is sent.',
  versions: 'Versions',
  set: 'Settings in force',
  policy: 'Fixed by the administrator of this computer',
  policyNone: 'Nothing is fixed here: each person sets what they like.',
  policyNote:
    'Read once, when Cordon is started, from policy.json: beside the installed program on Windows, in /Library/Application Support/Cordon on macOS, in /etc/cordon on Linux. It can fix what a person could set, and nothing else.',
  places: 'Where the program keeps its own things',
  placesNote: 'From your home folder on. They are shown here and left out of the copied text; where a vault lies, the window is not told.',
  place: { state: 'Settings and what it knows of vaults', vaults: 'New vaults' },
  elsewhere: 'Outside your home folder',
  disk: 'Encryption of the drive',
  diskNote:
    'Not checked: Cordon does not look at drives. A vault is encrypted by itself. Papers and exports that you save are not: ask your IT department whether the drive of this computer is encrypted.',
  faults: 'Faults of the program',
  noFaults: 'No fault is noted on this computer.',
  faultsNote:
    'Told without a word of any case: when, in which part of the program, and the reference number that the window showed. The newest thirty are kept beside the settings.',
  faultHead: { when: 'When', reference: 'Reference', where: 'Where', error: 'Kind', places: 'Place in the program' },
  where: { vault: 'Vault process', window: 'Window', ended: 'A process ended by itself' },
  support: 'For support',
  supportNote: 'This is all of it. It holds no name, no title, no number of a record and no path.',
  copy: 'Copy for support',
  copied: 'Copied.',
  notCopied: 'It could not be copied. Select the text and copy it by hand.',
  supportText: 'Text for support',
  toNetwork: 'Network: none',
  open: 'About and diagnostics…',
  details: 'Copy details',
} as const;

export const network = {
  title: 'Network: none',
  note: 'This program reaches no network. Here is what keeps it so, what was counted, and how to check it from outside.',
  counted: 'Counted since the program was started',
  since: 'Started',
  served: 'Answered from the program’s own files',
  refused: 'Refused: anything else that the window asked for',
  servedSays: (count: number) => counted(count, 'request'),
  refusedSays: (count: number) => (count === 0 ? 'None' : counted(count, 'request')),
  countedNote: 'Counted where each request of the window is let through or refused. What was refused left this computer by no way.',
  blocked: 'What is blocked',
  lines: [
    ['Every address', 'The window may load the program’s own files and nothing else; each other request is refused before a name is looked up.'],
    ['Names', 'The browser inside is started so that no name of the network resolves.'],
    ['Background traffic', 'What a browser asks for by itself (components, dictionaries, reports of crashes, synchronization) is switched off.'],
    ['Other windows', 'No link opens a page, and no page can open a window, a device, a camera or a microphone.'],
    ['Updates', 'Cordon never looks for a newer version. You install one when you choose to.'],
    ['The process with the keys', 'It opens no connection: it speaks with the window and with its own jobs through pipes of this computer.'],
  ],
  checked: 'How it is checked',
  checkedNote:
    'A test of this program starts the built app on Linux under a watch on its system calls, opens a vault and works in it, has the page ask for addresses outside, and fails at the first call that reaches a network. The same watch is then put on a start that opens a port, to show that it would see one.',
  yourself: 'How your IT department checks it',
  steps: [
    ['Windows', 'Resource Monitor, Network, or netstat -abno as an administrator: no line of Cordon. A firewall rule that blocks the program changes nothing in it.'],
    ['macOS', 'lsof -i -a -p and the number of the process, or an application firewall: no connection.'],
    ['Linux', 'ss -tunap shows no socket of the program; unshare -rn starts it without any network at all.'],
  ],
  folder: 'A vault in a folder that another program keeps in step is sent away by that program. Cordon warns of the ones it knows and cannot see others.',
} as const;
