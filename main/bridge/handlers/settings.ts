import type { Contract } from '../../../shared/contract/contract.ts';
import { refuse } from '../../../shared/failure/failure.ts';
import { exportSettings } from '../../exchange/export-settings.ts';
import { fileDestination } from '../../exchange/file-destination.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';

type Names = 'settings.read' | 'settings.save' | 'settings.fixed' | 'settings.export' | 'window.act';

/** What a person set for the window: kept by the host, outside any vault; and what the host does with the window. */
export function settingsHandlers({ line, session, random }: Pick<Context, 'line' | 'session' | 'random'>): Pick<Handlers<Contract>, Names> {
  return {
    'settings.read': () => line.ask('settings.read', {}),
    'settings.save': (settings) => line.ask('settings.save', settings),
    'settings.fixed': () => line.ask('settings.fixed', {}),
    'settings.export': async (_question, { signal }) => {
      const { records } = session.opened();
      const settings = await line.ask('settings.read', {});
      const { path } = await line.ask('place.saveAs', { name: 'cordon-settings.json' });
      if (path === null) return refuse({ code: 'cancelled' });
      const manifest = await exportSettings(records, settings, fileDestination(path, Buffer.from(random(8)).toString('hex')), signal);
      return { file: manifest.file, release: manifest.number };
    },
    'window.act': (question) => line.ask('window.act', question),
  };
}
