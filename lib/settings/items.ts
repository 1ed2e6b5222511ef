import { reportError } from '../report-error.ts';
import { defaultSettings } from './default-settings.ts';
import { settingsSchema, type Settings } from './schema.ts';
import { readStored, watchStored, writeStored } from './stored-settings.ts';

/** The reader's settings; damaged ones give the defaults and are kept until the next change. */
export async function readSettings(): Promise<Settings> {
  return checked(await readStored());
}

/** Applies `change` to what is stored now and returns the outcome; changes from one context come one after the other. */
export function changeSettings(change: (now: Settings) => Settings): Promise<Settings> {
  const next = queue.then(async () => {
    const settings = settingsSchema.parse(change(await readSettings()));
    await writeStored(settings);
    return settings;
  });
  queue = next.catch(() => undefined);
  return next;
}
let queue: Promise<unknown> = Promise.resolve();

/** Calls `listener` on each change, from whatever context, with what holds now and held before, until the returned function is called. */
export function watchSettings(listener: (now: Settings, before: Settings) => void): () => void {
  return watchStored((now, before) => listener(checked(now), checked(before)));
}

function checked(settings: Settings): Settings {
  const parsed = settingsSchema.safeParse(settings);
  if (parsed.success) return parsed.data;
  reportError('settings', parsed.error);
  return defaultSettings;
}
