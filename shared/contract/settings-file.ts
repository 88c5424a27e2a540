import * as z from 'zod';
import { settingKeys, settingsIn, type Settings } from './settings.ts';

/** The form of a file that carries settings from one computer to another. */
export const settingsFormat = 'cordon-settings/1';
/** Longest file that is read, in bytes: all settings with every key changed are a tenth of it. */
export const longestSettingsFile = 65_536;

const file = z.object({ format: z.literal(settingsFormat), settings: z.record(z.string().max(100), z.unknown()) });

/** The settings as a file. */
export const settingsText = (settings: Settings): string => `${JSON.stringify({ format: settingsFormat, settings }, null, 2)}\n`;

export interface SettingsRead {
  readonly settings: Partial<Settings>;
  /** Names in the file that are no setting here, or have a value that it cannot have. */
  readonly leftOut: readonly string[];
}

/** Reads such a file: each setting by itself, so that a file of another version gives what both know. Null for what is none. */
export function readSettingsText(text: string): SettingsRead | null {
  if (text.length > longestSettingsFile) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  const read = file.safeParse(parsed);
  if (!read.success) return null;
  const settings = settingsIn(read.data.settings);
  const known = new Set<string>(settingKeys.filter((key) => key in settings));
  return { settings, leftOut: Object.keys(read.data.settings).filter((name) => !known.has(name)) };
}
