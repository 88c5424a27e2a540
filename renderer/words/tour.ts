/** Words of the tour: at most five stops. */
export const tour = {
  command: 'Take the tour',
  stops: {
    docket: {
      title: 'What waits for you',
      says: 'Overdue, today, this week, later, and what has no date yet. Deadlines stand by the file-by date, which is the safe one; choose one to see how it was counted.',
    },
    rooms: {
      title: 'The case, room by room',
      says: 'Orders and whom they reach, what was asked for and not given, evidence with its custody, remediation, disputed issues, filings. “New” begins a record in the room you are in.',
    },
    search: {
      title: 'Find anything, do anything',
      says: 'Records by number or words, words inside documents, and every command with its keys. F1 is help on the page you are on.',
    },
    time: {
      title: 'What was known on any day',
      says: 'Every change is kept with who, when and why. Look at the whole case as it was known on a day, and take back a change with Undo.',
    },
    lock: {
      title: 'Saved, sealed, locked',
      says: 'There is no Save to forget: what you type is sealed in the vault within a second. It locks itself when nobody uses it, and opens where you left it.',
    },
  },
  step: (at: number, of: number) => `${at} of ${of}`,
  back: 'Back',
  next: 'Next',
  done: 'Done',
  skip: 'Skip the tour',
} as const;
