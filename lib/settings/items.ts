import { reportError } from '../report-error.ts';
import { salvage } from './salvage.ts';
import { settingsSchema, type Settings } from './schema.ts';
import { readStored, watchStored, writeStored } from './stored-settings.ts';

/** The reader's settings. What is damaged of them is its default again, in storage too, before any page script is told to read them. */
export async function readSettings(): Promise<Settings> {
  const stored = await readStored();
  const whole = settingsSchema.safeParse(stored);
  if (whole.success) return whole.data;
  reportError('settings', whole.error);
  return changeSettings((now) => now).catch(() => salvage(stored));
}

/** Applies `change` to what is stored now and returns the outcome; changes come one after the other, from whatever context. */
export function changeSettings(change: (now: Settings) => Settings): Promise<Settings> {
  return navigator.locks.request('settings', async () => {
    const settings = settingsSchema.parse(change(salvage(await readStored())));
    await writeStored(settings);
    return settings;
  });
}

/** Calls `listener` on each change, from whatever context, with what holds now and held before, until the returned function is called. */
export function watchSettings(listener: (now: Settings, before: Settings) => void): () => void {
  return watchStored((now, before) => listener(salvage(now), salvage(before)));
}
