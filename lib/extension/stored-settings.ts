import { useEffect, useState } from 'preact/hooks';
import { changeSettings, readSettings, watchSettings } from '../settings/items.ts';
import type { Settings } from '../settings/schema.ts';
import { reportError } from '../report-error.ts';

export interface StoredSettings {
  /** Null until read. */
  settings: Settings | null;
  /** True where the last change could not be stored; what is shown is what is stored. */
  refused: boolean;
  change: (change: (now: Settings) => Settings) => void;
}

/** The reader's settings, kept in step with every other context. */
export function useSettings(): StoredSettings {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    void readSettings().then(setSettings);
    return watchSettings(setSettings);
  }, []);
  const change = (next: (now: Settings) => Settings) => {
    changeSettings(next).then(
      (stored) => {
        setSettings(stored);
        setRefused(false);
      },
      (error: unknown) => {
        reportError('settings', error);
        setRefused(true);
      },
    );
  };
  return { settings, refused, change };
}
