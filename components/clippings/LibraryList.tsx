import { useEffect, useRef, useState } from 'preact/hooks';
import type { Clipping } from '../../lib/clip/schema.ts';
import { limits } from '../../lib/limits.ts';
import { ClippingRow, type ClippingActions } from './ClippingRow.tsx';

interface Props {
  clippings: readonly Clipping[];
  terms: readonly string[];
  knownTags: readonly string[];
  picked: ReadonlySet<string>;
  onPick: (id: string, picked: boolean) => void;
  /** The one an address pointed at. */
  goTo: string | null;
  actions: ClippingActions;
}

/**
 * Clippings one under another. Rows are made as the reader comes to them: ten thousand at once cost seconds. Arrow keys
 * or J and K step, E edits, Delete takes out.
 */
export function LibraryList({ clippings, terms, knownTags, picked, onPick, goTo, actions }: Props) {
  const [current, setCurrent] = useState(goTo);
  const [made, setMade] = useState<number>(limits.libraryRows);
  const list = useRef<HTMLDivElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  useEffect(() => setMade(limits.libraryRows), [clippings.length === 0, terms]);
  useEffect(() => {
    const end = foot.current;
    if (!end) return;
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setMade((count) => count + limits.libraryRows);
      },
      { rootMargin: '800px' },
    );
    watcher.observe(end);
    return () => watcher.disconnect();
  }, [made, clippings]);
  useEffect(() => {
    if (goTo === null) return;
    const at = clippings.findIndex((clipping) => clipping.id === goTo);
    if (at < 0) return;
    setMade((count) => Math.max(count, at + 1));
    setCurrent(goTo);
    requestAnimationFrame(() => rowOf(list.current, goTo)?.scrollIntoView({ block: 'center' }));
  }, [goTo, clippings.length > 0]);

  const step = (by: 1 | -1) => {
    const at = clippings.findIndex((clipping) => clipping.id === current);
    const next = clippings[at < 0 ? 0 : at + by];
    if (!next) return;
    setCurrent(next.id);
    rowOf(list.current, next.id)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = current === null ? null : rowOf(list.current, current);
    if (event.key === 'ArrowDown' || event.key === 'j') step(1);
    else if (event.key === 'ArrowUp' || event.key === 'k') step(-1);
    else if (event.key === 'Delete' && current !== null) {
      step(1);
      actions.remove([current]);
    } else if (event.key === 'e' && row) row.querySelector<HTMLElement>('[data-act=edit]')?.click();
    else return;
    event.preventDefault();
  };
  return (
    <div class="items" ref={list} onKeyDown={onKeyDown}>
      {clippings.slice(0, made).map((clipping) => (
        <ClippingRow
          key={clipping.id}
          clipping={clipping}
          terms={terms}
          knownTags={knownTags}
          current={clipping.id === current}
          picked={picked.has(clipping.id)}
          onPick={(on) => onPick(clipping.id, on)}
          onCurrent={() => setCurrent(clipping.id)}
          actions={actions}
        />
      ))}
      {made < clippings.length && <div class="foot" ref={foot} />}
    </div>
  );
}

function rowOf(list: HTMLElement | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`#clipping-${CSS.escape(id)}`) ?? null;
}

function isTyping(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLElement && event.target.matches('textarea, select, input:not([type=checkbox])');
}
