import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { GrantedFile, Printed, WindowDoor } from '../../../shared/contract/window-door.ts';
import type { ToVault, ToWindow } from '../../../shared/contract/wire.ts';

// The port comes from main a moment after the page starts: what is said before waits for it, and what comes before the page listens waits for that.
let port: MessagePort | undefined;
const unsaid: ToVault[] = [];
const unheard: ToWindow[] = [];
const listeners: ((message: ToWindow) => void)[] = [];

ipcRenderer.once('door', (event) => {
  port = event.ports[0];
  if (!port) return;
  port.onmessage = ({ data }: MessageEvent<ToWindow>) => void (listeners.length > 0 ? listeners.forEach((listener) => listener(data)) : unheard.push(data));
  for (const message of unsaid.splice(0)) port.postMessage(message);
});
ipcRenderer.send('door');
// What is copied is taken off the clipboard when the vault is locked; the text itself does not go this way.
for (const done of ['copy', 'cut']) addEventListener(done, () => ipcRenderer.send('copied'));
// On Linux what is marked can be pasted into other programs by the middle button, without being copied. Told when marking begins and when it rests: it goes on with every move of the pointer.
if (process.platform === 'linux') {
  let rests: ReturnType<typeof setTimeout> | undefined;
  for (const marks of ['selectionchange', 'select']) {
    document.addEventListener(marks, () => {
      if (rests === undefined) ipcRenderer.send('marked');
      clearTimeout(rests);
      rests = setTimeout(() => {
        rests = undefined;
        ipcRenderer.send('marked');
      }, 100);
    });
  }
}

/** All that the page gets: neither `ipcRenderer` nor an event object ever crosses. */
const door: WindowDoor<File> = {
  post: (message) => (port ? port.postMessage(message) : void unsaid.push(message)),
  listen(listener) {
    listeners.push(listener);
    for (const message of unheard.splice(0)) listener(message);
  },
  async grantDrop(files) {
    const paths = files.map((file) => webUtils.getPathForFile(file));
    // Made by a page or dragged out of another program: there is no path, so its bytes are sent.
    if (paths.includes('')) return null;
    // Proof of the cast: main answers with what the vault process granted, parsed on the line between them.
    return (await ipcRenderer.invoke('grant', paths)) as readonly GrantedFile[];
  },
  working: (share) => ipcRenderer.send('working', share),
  // Proof of the cast: main answers with what `printWindow` gives.
  print: async (size) => (await ipcRenderer.invoke('print', size)) as Printed,
};
contextBridge.exposeInMainWorld('cordon', door);
