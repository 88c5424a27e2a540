import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { kinds } from '../../shared/records/kinds.ts';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Every place in the program that could put something outside a vault, and why it may. Whatever holds a record leaves through
 * `main/exchange/release.ts` (domain.md §7 U3); a new place fails here until somebody has said what goes through it.
 */
const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'main/exchange/file-destination.ts': { files: 'THE EXIT: where release, and the recovery key of a new vault, are written' },
  'main/command-line.ts': { output: 'answers to whoever holds the key: reading is no exit; files go through release', files: 'reads a descriptor' },
  'main/vault-process.ts': { output: 'a fault: reference, class and places in the code, no message' },
  'main/index.ts': { output: 'why the program could not start' },
  'main/chromium-host.ts': { output: 'why the program could not start' },
  'main/bridge/parent-channel.ts': { port: 'the window of this process and its host: answers to what was asked, and where files go' },
  'main/evidence/source-file.ts': { files: 'opens a file for reading' },
  'main/exchange/restore-backup.ts': { files: 'opens a backup for reading' },
  'main/database-thread.ts': { programs: 'is a thread of the vault process', port: 'says to it that it is done, or why not' },
  'main/vault/anchor.ts': { files: 'inside the vault folder and the state folder: a number and a digest' },
  'main/vault/backup.ts': { files: 'opens files of the vault for reading; what is made of them goes to file-destination, encrypted as it is' },
  'main/vault/blobs.ts': { files: 'inside the vault folder: encrypted' },
  'main/vault/database-copy.ts': { database: 'an encrypted copy beside the database, for a backup, a drill or an erasure' },
  'main/vault/database-work.ts': { programs: 'a thread of this process, with the key in memory that it shares' },
  'main/vault/write-anew.ts': { database: 'that copy, read back' },
  'main/vault/drill.ts': { files: 'a copy of the vault beside it, as encrypted as the vault, removed afterwards' },
  'main/vault/durable-file.ts': { files: 'inside the vault folder: slots, anchor, checkpoint' },
  'main/vault/library-versions.ts': { database: 'an empty database in memory, to ask for versions' },
  'main/vault/lock.ts': { files: 'inside the vault folder: the lock', database: 'the lock' },
  'main/vault/sample-vault.ts': { files: 'moves a sample that is removed out of its place first' },
  'main/bridge/sample-case.ts': { files: 'a new sample case put in its place, encrypted like every vault' },
  'main/vault/restore.ts': { files: 'a vault folder out of a backup, encrypted as it is' },
  'main/vault/staging.ts': { files: 'inside the vault folder: what was handed over and waits to be taken in, sealed under a key in memory' },
  'main/vault/open-files.ts': { files: 'opens the database file for reading: a handle that keeps its locks' },
  'main/vault/found-database.ts': { files: 'an encrypted copy of a database that is not to be touched where it lies' },
  'main/vault/database.ts': { database: 'the encrypted database', files: 'inside the vault folder: a handle that keeps its locks' },
  'main/vault/shape.ts': { database: 'an encrypted copy before a change of shape' },
  'main/vault/vault.ts': { files: 'a new vault put in its place' },
  'main/vault/log-check.ts': { files: 'opens the log of the database for reading' },
  'main/vault/schema-check.ts': { database: 'an empty database in memory, to compare shapes with' },
  'main/vault/damage-or-drive.ts': { files: 'opens the database file for reading' },
  'main/vault/unlock.ts': { files: 'opens the database file for reading: its first page' },
  'main/vault/verify.ts': { files: 'opens the database file for reading' },
  'main/jobs/child-process-jobs.ts': { programs: 'a job: its own entry, an empty environment, no key' },
  'main/jobs/hosted-jobs.ts': { port: 'one job: what it is to read or press, and what came of it' },
  'main/jobs/serve-job.ts': { port: 'the other end, inside the job: it has no key and no file' },
  'main/jobs/memory-used.ts': { programs: 'ps, with a process number' },
  'main/window/forked-vault.ts': { programs: 'the vault process' },
  'main/window/job-children.ts': { electron: 'starts a job', port: 'hands the job its port' },
  'main/window/vault-child.ts': { electron: 'starts the vault process', port: 'hands it the port of the window' },
  'main/window/marked-board.ts': { electron: 'the selection of Linux: what was marked in the window is taken off it when the vault is locked' },
  'main/window/notify.ts': {
    electron:
      'a notification of how many deadlines are near, or that long work ended; its words come from shared/records/views/reminders.ts and working.ts and name nothing of a case',
  },
  'main/window/show-folder.ts': { electron: 'the window of folders of the system, at a vault of the list: the host looks for it there itself (recent-vaults.test.ts)' },
  'main/window/places.ts': { electron: 'asks where to open or make a vault, and for files to take in' },
  'main/window/app-window.ts': { port: 'hands the page the one port it has' },
  'main/window/ask-to-close.ts': { electron: 'a box of fixed words: whether work that runs is to be stopped' },
  'main/window/keeper.ts': {
    electron: 'the clipboard: what was copied in the window is taken off it when the vault is locked',
    port: 'hears that a page is there, of files dropped on it, that something was copied, and how far long work is',
    drag: 'a file that release wrote where the person chose, carried on from there',
  },
  'main/window/drag-icon.ts': { electron: 'the picture under the pointer while a file is carried: a plain sheet' },
  'main/window/preload/preload.ts': { port: 'the door: takes the port that main gives, names of dropped files, how far long work is, and that pages are laid out for the printer' },
  'main/window/print-window.ts': { print: 'opens the system’s dialog for pages that release recorded as going to the printer' },
  'main/window/locks.ts': { download: 'stops every download' },
  'main/window/chromium-page.ts': { download: 'refuses every download' },
  'renderer/pages/help/help-page.tsx': { modules: 'the changelog of this build, a part of the built window' },
  'renderer/pages/settings/notices.tsx': { modules: 'the licenses of what is shipped, a part of the built window' },
  'renderer/screen/copy-text.ts': {
    clipboard:
      'what goes to support: codes, versions and settings; no name, title or path (window-diagnostics, failure-details). And tables that release wrote (answers/copy-rows.ts)',
  },
  'renderer/form/pasted.ts': { clipboard: 'puts what was pasted into a field of the window; nothing is copied' },
  'renderer/ui/page-pictures.tsx': { download: 'a picture of a page, shown in the window and given back' },
  'renderer/pages/remediation/board.tsx': { drag: 'the id of a step, moved within the board' },
  'renderer/bridge.ts': { print: 'pages that release recorded as going to the printer, where the host does not print itself' },
  'renderer/print/sheets.ts': { download: 'pictures of those pages, laid out in the window for the printer and given back' },
};

/** Names of `node:fs` that can write, or open for writing. Making and removing folders puts nothing out. */
const writing = /^(writeFile|appendFile|open|createWriteStream|createReadStream|copyFile|cp|rename|link|symlink|truncate|ftruncate|promises|write|writev)(Sync)?$/;
const electronExits = new Set(['clipboard', 'dialog', 'shell', 'Notification', 'net', 'desktopCapturer', 'nativeImage', 'ShareMenu', 'utilityProcess']);

interface Import {
  readonly from: string;
  /** Imported names; `*` for the whole module. */
  readonly names: readonly string[];
}

function importsOf(text: string): Import[] {
  return [...text.matchAll(/import\s+(type\s+)?([^'";]*?)\s*from\s*'([^']+)'/g)].flatMap(([, type, what = '', from = '']) => {
    if (type) return [];
    const inner = /\{([^}]*)\}/.exec(what)?.[1];
    const names = (inner ?? '')
      .split(',')
      .map((name) => name.trim().split(/\s+as\s+/)[0] ?? '')
      .filter((name) => name !== '' && !name.startsWith('type '));
    const whole =
      what
        .replace(/\{[^}]*\}/, '')
        .replaceAll(',', '')
        .trim() !== '';
    return [{ from, names: whole ? ['*', ...names] : names }];
  });
}

const inText: Readonly<Record<string, RegExp>> = {
  output: /\bprocess\.(stdout|stderr)\b|\bconsole\.\w+\(/,
  clipboard: /\bnavigator\.clipboard\b|\bClipboardItem\b|execCommand\(/,
  print: /\b(window|webContents|win)\.print\(|\bprintToPDF\(|\bwindow\.print\b/,
  drag: /\bstartDrag\b|dataTransfer\.(setData|items\.add)/,
  network: /\bfetch\(|\bXMLHttpRequest\b|\bnew (WebSocket|EventSource|WebTransport|BroadcastChannel|RTCPeerConnection)\b|\bsendBeacon\(|\bcreateServer\(/,
  port: /\bMessageChannel(Main)?\b|\bMessagePort\b|\.postMessage\(|\bipcMain\b|\bipcRenderer\b/,
  download: /\bcreateObjectURL\(|\bdownload=|\bsetSavePath\b|will-download|acceptDownloads|showSaveFilePicker/,
  storage: /\b(localStorage|sessionStorage|indexedDB)\.|\bcaches\.(open|match)\(|navigator\.storage/,
  database: /VACUUM INTO|\bnew (Sqlite|Database)\(|\bATTACH\b/,
  modules: /\bimport\(|\bprocess\.(binding|getBuiltinModule|dlopen)\(/,
};

/** What `file` uses that can put something out. */
function exitsOf(file: string): string[] {
  // Comments may speak of what they do not do.
  const text = readFileSync(path.join(root, file), 'utf8')
    .replace(/\/\*[^]*?\*\//g, '')
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('//'))
    .join('\n');
  const found = new Set(
    Object.entries(inText)
      .filter(([, pattern]) => pattern.test(text))
      .map(([name]) => name),
  );
  for (const { from, names } of importsOf(text)) {
    if (/^(node:)?fs(\/promises)?$/.test(from) && names.some((name) => name === '*' || writing.test(name))) found.add('files');
    if (/^(node:)?(child_process|worker_threads|cluster)$/.test(from)) found.add('programs');
    if (/^(node:)?(net|tls|http|https|http2|dgram|dns|inspector)$/.test(from)) found.add('network');
    if (from === 'electron' && names.some((name) => name === '*' || electronExits.has(name))) found.add('electron');
  }
  return [...found].sort();
}

const sources = ['main', 'renderer', 'shared'].flatMap((room) =>
  readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
    .map((name) => `${room}/${name.replaceAll(path.sep, '/')}`)
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|test-support|test-vault|\/samples\/odd-job|\.bench\./.test(name)),
);

test('there is no way out of a vault that is not listed here', () => {
  const found = Object.fromEntries(sources.map((file) => [file, exitsOf(file)] as const).filter(([, exits]) => exits.length > 0));
  expect(found).toEqual(Object.fromEntries(Object.entries(known).map(([file, exits]) => [file, Object.keys(exits).sort()])));
});

test('a file is written outside a vault in one place only, and by those who release or make a key', () => {
  const callers = sources.filter((file) => file !== 'main/exchange/file-destination.ts' && readFileSync(path.join(root, file), 'utf8').includes('fileDestination('));
  const through: Readonly<Record<string, string>> = {
    'main/commands/destinations.ts': 'gives the place that --out names to release',
    'main/commands/new.ts': 'the recovery key of a new vault',
    'main/commands/recovery.ts': 'a new recovery key of a vault; the sheet goes through release',
    'main/commands/demo.ts': 'passphrase and recovery key of a sample, and its papers through release',
  };
  expect(callers.filter((file) => !file.startsWith('main/bridge/')).sort()).toEqual(Object.keys(through).sort());
});

/** Where each form that a release can have is made. A form of the record without a place here, or a place that makes another form, fails. */
const forms: Readonly<Record<string, readonly string[]>> = {
  'main/exchange/copy-table.ts': ['clipboard'],
  'main/exchange/export-approvals.ts': ['approvals'],
  'main/exchange/export-records.ts': ['cordon/1', 'csv', 'xlsx'],
  'main/exchange/export-figure.ts': ['csv', 'png', 'svg', 'xlsx'],
  'main/exchange/export-calendar.ts': ['ics'],
  'main/exchange/export-oscal.ts': ['oscal'],
  'main/exchange/export-evidence.ts': ['bag'],
  'main/exchange/export-screening.ts': ['screening'],
  'main/exchange/export-settings.ts': ['text'],
  'main/exchange/extract-evidence.ts': ['bytes'],
  'main/exchange/hand-over.ts': ['hand-over'],
  'main/filings/list-paper.ts': ['pdf'],
  'main/filings/press-filing.ts': ['pdf'],
  'main/filings/recovery-sheet.ts': ['recovery-sheet'],
};

test('every form of release there is goes through the one function', () => {
  const text = (file: string) => readFileSync(path.join(root, file), 'utf8');
  const uses = sources.filter((file) => /from '(\.\.?\/)+(exchange\/)?release\.ts'/.test(text(file)) && /\brelease\(/.test(text(file)));
  expect(uses.sort()).toEqual(Object.keys(forms).sort());
  // Where the form is asked for, which there are is said above.
  const asked = (file: string) => forms[file]?.filter((form) => ['csv', 'xlsx', 'svg', 'png'].includes(form)) ?? [];
  const written = uses.flatMap((file) => [...text(file).matchAll(/^ {4}format: (?:'([^']+)'|asked\.as),$/gm)].flatMap(([, form]) => form ?? asked(file)));
  expect(written.sort()).toEqual(Object.values(forms).flat().sort());
  expect(Object.keys(kinds.release.fields.format.options ?? {}).sort()).toEqual([...new Set(Object.values(forms).flat())].sort());
});

test('the search sees each way out', () => {
  const host = 'electron';
  const samples = [
    "import { writeFileSync } from 'node:fs';",
    "import fs from 'node:fs';",
    "import { spawn } from 'node:child_process';",
    "import { createServer } from 'node:http';",
    `import { clipboard } from '${host}';`,
  ];
  const seen = samples.map((line) => importsOf(line)[0]);
  expect(seen.map((one) => [one?.from, one?.names[0]])).toEqual([
    ['node:fs', 'writeFileSync'],
    ['node:fs', '*'],
    ['node:child_process', 'spawn'],
    ['node:http', 'createServer'],
    ['electron', 'clipboard'],
  ]);
  expect(
    Object.values(inText).filter((pattern) =>
      pattern.test("navigator.clipboard.writeText(x); window.print(); fetch('x'); a.download='x'; console.log(1); localStorage.x; VACUUM INTO; import('x'); startDrag"),
    ).length,
  ).toBeGreaterThan(8 - 1);
});
