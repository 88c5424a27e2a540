import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';

/** What of a place in the page decides what can be done with its text. */
export type TextPlace = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags' | 'formControlType'>;

/**
 * The menu of the system where text is typed or marked: cut, copy, paste, select all, with the words and keys of the platform. Empty elsewhere: rows and records
 * have the page's own menu. Spelling is not checked (design: no word of a case goes to a dictionary), so none is suggested.
 */
export function textMenu({ isEditable, selectionText, editFlags, formControlType }: TextPlace): readonly MenuItemConstructorOptions[] {
  const marked = selectionText.trim() !== '';
  if (isEditable) {
    return [
      { role: 'undo', enabled: editFlags.canUndo },
      { role: 'redo', enabled: editFlags.canRedo },
      { type: 'separator' },
      // Nothing of a passphrase is copied out of its field.
      { role: 'cut', enabled: editFlags.canCut && formControlType !== 'input-password' },
      { role: 'copy', enabled: editFlags.canCopy && formControlType !== 'input-password' },
      { role: 'paste', enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', enabled: editFlags.canSelectAll },
    ];
  }
  return marked ? [{ role: 'copy' }, { role: 'selectAll' }] : [];
}
