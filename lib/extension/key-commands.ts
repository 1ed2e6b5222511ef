import { browser } from 'wxt/browser';
import { useEffect, useState } from 'preact/hooks';

/** The keyboard commands as the reader has set them, those with a description. */
export function useKeyCommands(): { name: string; keys: string }[] {
  const [commands, setCommands] = useState<{ name: string; keys: string }[]>([]);
  useEffect(() => {
    const read = async () => {
      const all = await browser.commands.getAll();
      setCommands(all.flatMap(({ description, shortcut }) => (description ? [{ name: description, keys: (shortcut ?? '').replace('Period', '.').replace('Comma', ',') }] : [])));
    };
    void read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return commands;
}

/** Opens the browser's own page for keyboard commands. */
export async function openKeySettings(): Promise<void> {
  if (import.meta.env.FIREFOX) await (browser.commands as unknown as { openShortcutSettings(): Promise<void> }).openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
