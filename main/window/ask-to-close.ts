import { dialog, type BrowserWindow } from 'electron';

/** Asks by a box of the system whether work that runs is to be stopped: for a page that hangs. Says nothing of what work it is. */
export async function askToClose(window: BrowserWindow, signal: AbortSignal): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Cordon',
    message: 'Work is still running, and the window does not answer.',
    detail: 'Closing stops the work. What was recorded is safe in the vault.',
    buttons: ['Keep working', 'Stop it and close'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal,
  });
  return response === 1;
}
