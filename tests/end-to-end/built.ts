import { existsSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** The built app: `dist/`, or another build named in CORDON_DIST. */
export const dist = path.resolve(process.env['CORDON_DIST'] ?? path.join(root, 'dist'));

/** Why the built app cannot be started here, or null. */
export const notBuilt = (): string | null => (existsSync(path.join(dist, 'renderer', 'index.html')) ? null : 'the app is not built: npm run build');
