import { app, dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import path from 'node:path';
import type { StandingDialogs } from './standing-dialogs.ts';

/** The person's own choice of files and folders. Every answer is a path for the vault process, or null when they changed their mind. */
export interface Places {
  chooseVault(): Promise<string | null>;
  chooseFolder(): Promise<string | null>;
  chooseBackup(): Promise<string | null>;
  chooseFiles(): Promise<string[]>;
  saveAs(name: string): Promise<string | null>;
}

/** The system's dialogs over the window. Nothing chosen there is added to the system's list of recent documents. */
export function places(window: () => BrowserWindow, dialogs: StandingDialogs): Places {
  const open = async (options: OpenDialogOptions) => {
    const shown = dialog.showOpenDialog(window(), { ...options, properties: [...(options.properties ?? []), 'dontAddToRecent'] });
    const { canceled, filePaths } = await dialogs.during(shown, { canceled: true, filePaths: [] });
    return canceled ? [] : filePaths;
  };
  return {
    chooseVault: async () => (await open({ title: 'Open a vault', buttonLabel: 'Open', properties: ['openDirectory', 'treatPackageAsDirectory'] }))[0] ?? null,
    chooseFolder: async () => (await open({ title: 'Where to keep the vault', buttonLabel: 'Choose', properties: ['openDirectory', 'createDirectory'] }))[0] ?? null,
    chooseBackup: async () => (await open({ title: 'Choose a backup', buttonLabel: 'Choose', properties: ['openFile'] }))[0] ?? null,
    chooseFiles: () => open({ title: 'Add evidence', buttonLabel: 'Add', properties: ['openFile', 'multiSelections'] }),
    async saveAs(name) {
      const shown = dialog.showSaveDialog(window(), {
        title: 'Save',
        defaultPath: path.join(app.getPath('downloads'), name),
        properties: ['dontAddToRecent', 'createDirectory', 'showOverwriteConfirmation'],
      });
      const { canceled, filePath } = await dialogs.during(shown, { canceled: true, filePath: '' });
      return canceled || !filePath ? null : filePath;
    },
  };
}
