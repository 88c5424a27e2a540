import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { menuTemplate } from '../../main/window/menu-template.ts';
import { keyed, keyIds, type KeyId } from '../words/keys.ts';
import { commands } from './commands.ts';

vi.hoisted(() => Object.assign(globalThis, { window: { cordon: { post: () => {}, listen: () => {} } }, location: { hash: '' }, addEventListener: () => {} }));

const root = path.join(import.meta.dirname, '..');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll(path.sep, '/'))
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'));
const text = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const general = commands({ writable: true, past: false, host: 'electron', cases: [], caseId: null });
const ids = new Set(general.map(({ id }) => id));

describe('every act is in the search window', () => {
  /** What the bar says that the search window cannot do: these act on the field that has the focus, and opening the window takes it. */
  const ofFields = new Set(['undo', 'redo', 'cut', 'copy', 'paste', 'pasteAndMatchStyle', 'selectAll', 'toggleDevTools']);
  /** Names of the others there. */
  const inWindow: Readonly<Record<string, string>> = {
    lock: 'lock',
    // Of a list its own act, which it offers itself; else the paper of the page.
    print: 'paper-status',
    quit: 'window-quit',
    close: 'window-quit',
    resetZoom: 'window-zoom-reset',
    zoomIn: 'window-zoom-in',
    zoomOut: 'window-zoom-out',
    togglefullscreen: 'window-full-screen',
  };

  test.each(['linux', 'win32', 'darwin'] as const)('of the menu bar on %s', (platform) => {
    const items = menuTemplate({ platform, development: true, keys: {}, fixedKeys: [], lock: () => {}, print: () => {} }).flatMap(({ submenu }) =>
      Array.isArray(submenu) ? submenu : [],
    );
    const named = items.filter(({ type }) => type !== 'separator').map(({ id, role }) => String(id ?? role));
    expect(named.length).toBeGreaterThan(12);
    expect(named.filter((name) => !ofFields.has(name) && !ids.has(inWindow[name] ?? ''))).toEqual([]);
  });

  test('of the list of keys', () => {
    /** Keys for moving about, and what the search window is itself. */
    const moving = new Set<KeyId>(['palette', 'goToNumber', 'nextRegion', 'lastRegion', 'menu', 'beside', 'letters']);
    /** Ctrl N makes what the page is about, and each kind has a command of its own; Ctrl S seals what is sealed within a second anyway. */
    const elsewise = new Set<KeyId>(['new', 'save']);
    const withKey = new Set(general.flatMap(({ key }) => key ?? []));
    const onPages = sources.filter((name) => /^(pages|menu|form)\//.test(name)).flatMap((name) => [...text(name).matchAll(/\bkey: '(\w+)'/g)].map((match) => match[1] ?? ''));
    expect(keyIds.filter((id) => !withKey.has(id) && !onPages.includes(id) && !moving.has(id) && !elsewise.has(id))).toEqual([]);
    expect([...moving, ...elsewise].filter((id) => !(id in keyed))).toEqual([]);
  });

  /** Where a plain button, menu or choice may stand: in a dialog, whose own buttons one sees; in a field; before a vault is open; or where the piece offers its acts itself. */
  const plain: Readonly<Record<string, string>> = {
    'ui/page-button.tsx': 'is the button of pages',
    'ui/choose-look.tsx': 'offers its choices',
    'ui/reason-dialog.tsx': 'a dialog',
    'ui/approve-chosen.tsx': 'in dialogs, behind the choice of rows',
    'ui/long-work.tsx': 'stops what runs; in dialogs, and the status bar stops the rest',
    'ui/kept-note.tsx': 'in dialogs and forms',
    'ui/page.tsx': 'the facts column: search.facts',
    'frame/title-bar.tsx': 'search.asKnown',
    'frame/as-known-banner.tsx': 'search.asKnown and search.returnNow',
    'page-fault.tsx': 'in the place of a page that cannot be drawn',
    'tour/tour.tsx': 'a dialog',
    'frame/sample-banner.tsx': 'the tour: a command of its own',
    'frame/notices.tsx': 'beside the failure that it is about',
    'frame/time-dialog.tsx': 'a dialog',
    'frame/closing-dialog.tsx': 'a dialog',
    'frame/sidebar.tsx': 'search.oneCase and search.allCases',
    'form/group-input.tsx': 'inside a field',
    'form/date-relations.tsx': 'inside a field',
    'form/rows-input.tsx': 'inside a field; its first button is offered by form-acts',
    'form/paste-rows.tsx': 'inside a field',
    'form/meant.tsx': 'inside a field',
    'form/met-note.tsx': 'inside a field',
    'form/record-form.tsx': 'its submit, offered by usePageAct',
    'pages/screening/screen-page.tsx': 'the same again where the system has no dialog',
    'pages/export/export-button.tsx': 'offers itself with its keys',
    'pages/export/export-done.tsx': 'a dialog',
    'pages/export/export-dialog.tsx': 'a dialog',
    'pages/search/kept-searches.tsx': 'submits the name',
    'pages/search/search-page.tsx': 'the order of what was found',
    'pages/settings/backups.tsx': 'a dialog',
    'pages/settings/change-keys.tsx': 'a dialog',
    'pages/settings/form-dialog.tsx': 'a dialog',
    'pages/settings/setting.tsx': 'offers itself under its name',
    'pages/settings/carry-settings.tsx': 'a dialog',
    'pages/settings/people.tsx': 'the menu of a person, offered by usePageActs',
    'pages/settings/look-choices.tsx': 'the look: search.appearance, search.density',
    'pages/list/filter-dialog.tsx': 'a dialog',
    'pages/list/change-dialog.tsx': 'a dialog',
    'pages/list/new-menu.tsx': 'search.newOne',
    'pages/list/chosen-acts.tsx': 'offers them itself',
    'pages/list/chosen-rows.tsx': 'one kind each of what chosen-acts exports',
    'pages/list/view-menu.tsx': 'submits the name',
    'pages/record/acts.tsx': 'offers menu/acts-of-record',
    'pages/record/close-dialog.tsx': 'a dialog',
    'pages/filing/press-page.tsx': 'offers itself with its keys; the profile is a field of a form',
    'pages/docket/docket-page.tsx': 'why: offers itself with its keys; the case: search.oneCase',
    'pages/docket/why-dialog.tsx': 'a dialog',
    'pages/help/help-page.tsx': 'the tour: a command of its own',
    'pages/help/help-over.tsx': 'a dialog',
    'pages/evidence/read-again.tsx': 'a dialog',
    'pages/evidence/copy-out.tsx': 'a dialog',
    'pages/evidence/intake-dialog.tsx': 'a dialog',
  };

  test('of the pages: a button, menu or choice that offers nothing stands where that is known', () => {
    const uses = sources.filter((name) => name.endsWith('.tsx') && !name.startsWith('pages/unlock/') && /<(Button|Menu\.Item|SegmentedControl)[\s>]/.test(text(name)));
    expect(uses.filter((name) => !(name in plain))).toEqual([]);
    expect(Object.keys(plain).filter((name) => !uses.includes(name))).toEqual([]);
  });
});
