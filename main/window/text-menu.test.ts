import { expect, test } from 'vitest';
import { textMenu, type TextPlace } from './text-menu.ts';

const all = { canUndo: true, canRedo: true, canCut: true, canCopy: true, canDelete: true, canPaste: true, canSelectAll: true, canEditRichly: false };
const place = (part: Partial<TextPlace>): TextPlace => ({ isEditable: false, selectionText: '', editFlags: all, formControlType: 'none', ...part });
const enabled = (part: Partial<TextPlace>): readonly unknown[] => textMenu(place(part)).flatMap(({ role, enabled: on }) => (role && on !== false ? role : []));

test('a field has what the platform does with text, as far as it can be done there', () => {
  expect(enabled({ isEditable: true })).toEqual(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll']);
  expect(enabled({ isEditable: true, editFlags: { ...all, canUndo: false, canRedo: false, canCut: false, canCopy: false } })).toEqual(['paste', 'selectAll']);
});

test('marked text can be copied, and nothing else has a menu of the system', () => {
  expect(enabled({ selectionText: 'the words of the order' })).toEqual(['copy', 'selectAll']);
  expect(textMenu(place({ selectionText: ' ' }))).toEqual([]);
});

test('out of the field of a passphrase nothing is copied', () => {
  expect(enabled({ isEditable: true, formControlType: 'input-password' })).toEqual(['undo', 'redo', 'paste', 'selectAll']);
});
