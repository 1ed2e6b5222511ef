import { storage } from 'wxt/utils/storage';
import { reportError } from '../report-error.ts';
import { defaultSettings, settingsSchema, type Settings } from './schema.ts';

const item = storage.defineItem<unknown>('local:settings');

function parse(value: unknown): Settings {
  if (value === null || value === undefined) return defaultSettings;
  const parsed = settingsSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  reportError('settings', parsed.error);
  return defaultSettings;
}

/** The reader's settings; damaged ones give the defaults and are kept until the next change. */
export async function readSettings(): Promise<Settings> {
  return parse(await item.getValue());
}

/** Applies `change` to what is stored now; changes from one context are applied one after the other. */
export function changeSettings(change: (now: Settings) => Settings): Promise<Settings> {
  const next = queue.then(async () => {
    const settings = settingsSchema.parse(change(await readSettings()));
    await item.setValue(settings);
    return settings;
  });
  queue = next.catch(() => undefined);
  return next;
}
let queue: Promise<unknown> = Promise.resolve();

/** Calls `listener` on each change, from whatever context, until the returned function is called. */
export function watchSettings(listener: (settings: Settings) => void): () => void {
  return item.watch((value) => listener(parse(value)));
}
