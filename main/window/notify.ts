import { Notification } from 'electron';

/** Shows a notification of the system. What it says names nothing of a case; where the system has none, or forbids it, the answer is no. */
export function notify({ title, body }: { readonly title: string; readonly body: string }): boolean {
  if (!Notification.isSupported()) return false;
  new Notification({ title: `Cordon: ${title}`, body, silent: true }).show();
  return true;
}
