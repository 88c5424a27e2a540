import type { Chapter } from '../topic.ts';

export const begin: Chapter = {
  title: 'Begin here',
  topics: [
    {
      id: 'first-hour',
      title: 'The first hour',
      what: 'What to do on the day an order comes. Each record needs little at first: a title is enough, and what is not known is entered as “unknown”.',
      acts: [
        ['Enter what happened', 'Record a case, the restricted model, and the order: the day and hour at which it came, and its clauses word for word.'],
        ['See what it asks', 'Open the order. “Whom it reaches” says which classes of people it bars; “What it triggers” shows the time limits that run from it.'],
        ['Ask for what was not given', 'Record an evidence request to the issuer. From that day Cordon counts how long it has been owed.'],
        ['Keep what there is', 'Drop letters, mail and logs on “Evidence”. Issue a legal hold before a system deletes by itself.'],
        ['File', 'Under “Filings”, make the order summary and the status report as PDF.'],
      ],
      not: 'Cordon gives no legal advice and asks nobody outside this computer. A rule that is not confirmed by counsel says so wherever its date stands.',
      see: ['docket', 'order', 'requests', 'evidence', 'make-a-pdf', 'marks', 'keys-and-listening'],
    },
    {
      id: 'marks',
      title: 'Marks and colors',
      what: 'A mark is a shape and a word; color only agrees with them. Each question has one family of shapes, so that a shape never has two meanings.',
      marks: [
        ['squareFull', 'plain', 'Square', 'Is access open? The darker, the more is shut; dashed: undetermined, which counts as barred.'],
        ['diamondFull', 'plain', 'Diamond', 'Does the order bind? Full: it binds; dashed: not settled.'],
        ['circleHalf', 'plain', 'Circle', 'How far is the work, or how much was answered? Full with a check: done, with proof.'],
        ['triangle', 'late', 'Triangle', 'We are late.'],
        ['stop', 'late', 'Octagon', 'It cannot go on, or something is broken.'],
        ['circleDotted', 'wait', 'Dotted', 'Not sure, or not begun.'],
      ],
      acts: [
        [
          'Read the colors',
          'Red is ours and late, stuck or broken. Amber is uncertain or awaited: the other side’s lateness is amber. Green is done with proof. Blue can be pressed.',
        ],
        ['Read the type', 'Words with serifs are somebody else’s, exactly as they stand in the source. Everything without serifs is ours.'],
        ['Read a date', 'A dotted line under a date says that it is not certain; its words say why: about, before, between, disputed, unknown.'],
      ],
      not: 'No mark says that something is lawful. “Not barred by this order” leaves every other control open.',
      see: ['glossary', 'docket', 'model'],
    },
    {
      id: 'keys-and-listening',
      title: 'By keys and by ear',
      what: 'The regions of the window and what each says to a screen reader, and the few keys that lead everywhere. Everything is reached without a pointer, and nothing has to be dragged.',
      acts: [
        [
          'Know the regions',
          'The bar at the top says where you are (“You are here”), finds and locks. At the left is the list “Rooms”, with how much waits in each. The page begins with its title. Beside it may stand “Facts”, “What it does” or a record that was opened beside its list. At the foot, “Status” says what is saved and when the vault locks itself. “Menus and dialogs” is where what opens stands.',
        ],
        ['Go from one to the next', 'F6 goes on to the next region, Shift F6 back. On a page it goes to the row, card or field that has its turn.'],
        [
          'Read a list',
          'Arrows, Page Up, Page Down, Home and End go from row to row; each row says its place among all of them. Enter opens it, Space chooses it, Shift F10 shows what can be done with it.',
        ],
        ['Come back', 'Esc closes what is open and gives the focus back to what opened it. Alt and the left arrow go to the page before, to the row that you left.'],
        [
          'Hear what happens',
          'What is saved, what was done and can be undone, how many are left after a filter, how far long work is, and that the vault is about to lock are said without moving you.',
        ],
        ['Switch single letters off', 'In “Settings”, for speech input or a hand that slips. “All shortcuts” lists every key; any of them can be changed.'],
        [
          'See more',
          'Zoom to 200 % or more, the high contrast of the system, less motion, light or dark: each is followed at once, and no page needs to be scrolled two ways except a wide table.',
        ],
      ],
      not: 'Cordon has no voice of its own: a screen reader of the system reads it. A page picture of a paper is a picture; its words are beside it as text, where it has any.',
      see: ['first-hour', 'settings', 'marks'],
    },
    {
      id: 'evidence-of-a-filing',
      title: 'Prove a filing to a stranger',
      what: 'How somebody who has neither Cordon nor your vault can check that a paper is the one you filed, and that the record was not changed afterwards.',
      acts: [
        [
          'Show that the paper is the same',
          'The filing’s record holds the SHA-256 of the exact bytes (“Pressed papers”). Give that digest and the file; they run sha256sum on Linux, shasum -a 256 on macOS or Get-FileHash on Windows, and compare.',
        ],
        [
          'Show who approved it',
          'An approval is an Ed25519 signature. The command cordon approvals with --out writes texts, signatures and public keys into one file for a stranger; minisign -V checks the one with the other.',
        ],
        [
          'Show when the record stood so',
          'When a paper leaves, the vault signs a checkpoint of its whole history. The files checkpoint, checkpoint.minisig and checkpoint.pub lie in the vault’s folder; minisign -V -p checkpoint.pub -m checkpoint checks them. A copy given to somebody else on that day shows later that nothing before it was rewritten.',
        ],
        ['Hand over a whole case', 'Export it as “Hand-over, encrypted (age)”. A signature and a verification sheet lie beside the file; send the sheet another way.'],
        ['Check your own vault first', 'Settings, “Verify”: every page, entry, record and stored file is read.'],
      ],
      not: 'A signature shows which key signed, not who sat at the computer. The hour is this computer’s clock: for proof of the hour use the receipt of the court or agency, taken in as evidence.',
      see: ['filing', 'make-a-pdf', 'history', 'settings'],
    },
    {
      id: 'network',
      title: 'Network: none',
      what: 'What of this program is kept from the network, how that is checked, and how your IT department checks it without believing us.',
      acts: [
        ['See it', 'Press “No network” in the status bar. The page lists what is blocked and what the guard of this program has counted since it was started.'],
        ['Have it checked', 'The page names what to look at from outside on Windows, macOS and Linux.'],
        ['Give it to IT', 'On “About and diagnostics”, copy the text for support: it holds versions and counts and nothing of a case.'],
      ],
      not: 'Cordon cannot speak for other programs: a folder that a service keeps in step is copied away by that service, and your printer may be on a network.',
      see: ['diagnostics', 'settings'],
    },
    {
      id: 'diagnostics',
      title: 'About and diagnostics',
      what: 'Versions, the settings in force, and the faults that this program met since it was started. Read it before you send anything to anybody.',
      acts: [
        ['Copy for support', 'Press “Copy for support”. The text that goes is shown whole on the page, and it holds no name, title, number of a record or path.'],
        ['Give a reference number', 'When Cordon says that something went wrong in itself, it gives a number. The list of faults here says where in the program that was.'],
        ['See where things lie', 'The program’s own folders are shown here and left out of the copied text; where a vault lies, the window is not told.'],
      ],
      not: 'Nothing is sent. Cordon does not know whether this computer’s drive is encrypted; the page says whom to ask.',
      see: ['network', 'settings'],
    },
    {
      id: 'unlock',
      title: 'Open and lock a vault',
      what: 'A vault is one encrypted folder. It opens with your passphrase or with the recovery key, and with nothing else.',
      acts: [
        ['Open one', 'Choose it at the left and type your passphrase. About one second passes on purpose: it slows down guessing.'],
        [
          'Keep the list',
          'The dots beside a vault pin it, show its folder, or take it off the list. A vault that is not where it was says so; “Find it…” takes that very vault and no other. Settings hides the names until one is open.',
        ],
        [
          'Look round first',
          'Press “Look at the sample case”. It says on every page and on every paper that it is a sample; “Remove the sample” leaves nothing of it behind. “Take the tour” shows the window in five steps, at any time.',
        ],
        ['Go on where you were', 'After a lock of the same day the page, the row and the half-typed words are there again. A new day begins with the docket.'],
        ['Get back in without the passphrase', 'Press “Use the recovery key” and type the 24 words from the paper. Then somebody sets a new passphrase.'],
        ['Restore a backup', 'Press “Restore a backup”. It becomes a vault in a new folder, and every byte is checked before it counts.'],
      ],
      not: 'Nobody can open a vault without a passphrase or the recovery key: not the makers of Cordon, not your IT department.',
      see: ['settings', 'first-hour', 'diagnostics'],
    },
  ],
};
