import { browser } from 'wxt/browser';
import { useEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../limits.ts';
import type { LookedUp } from '../match/look-up.ts';
import { ask } from '../messages/client.ts';

export interface NameSearch {
  text: string;
  /** Null: nothing was asked, or the answer is on its way. */
  found: readonly LookedUp[] | null;
  setText: (text: string) => void;
}

/** Looks up what is typed among the names of all packs; begins with what is selected in the tab, where that can be read. */
export function useNameSearch(tabId: number | null): NameSearch {
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly LookedUp[] | null>(null);
  const typed = useRef(false);
  useEffect(() => {
    if (tabId === null) return;
    void selectionIn(tabId).then((selected) => {
      if (!typed.current && selected !== '') setText(selected);
    });
  }, [tabId]);
  useEffect(() => {
    let stale = false;
    if (text.trim() === '') setFound(null);
    else {
      void ask({ type: 'look-up', text }).then((reply) => {
        if (!stale) setFound(reply.ok ? reply.value : []);
      });
    }
    return () => {
      stale = true;
    };
  }, [text]);
  const type = (next: string) => {
    typed.current = true;
    setText(next.slice(0, limits.lookUpUtf16));
  };
  return { text, found, setText: type };
}

/** The words selected in a tab's page, in one line; empty where none are, or no script may run. */
async function selectionIn(tabId: number): Promise<string> {
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: () => String(getSelection()) });
    const selected = typeof frame?.result === 'string' ? frame.result.replace(/\s+/g, ' ').trim() : '';
    return selected.length <= limits.lookUpUtf16 ? selected : '';
  } catch {
    return '';
  }
}
