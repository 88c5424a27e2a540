import { grant } from '../bridge.ts';
import { pickFiles } from './pick-files.ts';

/** The token of the backup picked in a browser, which has no dialog of ours; `none` when the person changed their mind, null when the browser does not say where it lies. */
export async function pickedBackup(): Promise<string | null> {
  const files = await pickFiles({ multiple: false });
  return files.length === 0 ? 'none' : ((await grant(files)).files[0]?.token ?? null);
}
