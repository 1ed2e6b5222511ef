/** Ranges by the name of the highlight that paints them. */
export type Paint = Map<string, Range[]>;

/**
 * Holds what is painted in the highlight registries of a page and its frames. The registries belong to the page too, which
 * may clear them: `mend` puts back what is ours. Without the highlight API nothing is painted and nothing fails.
 */
export interface Painter {
  /** Replaces all that this painter has painted. */
  paint(paint: Paint): void;
  /** Registers again what the page has taken away; cheap enough for every scroll event. */
  mend(): void;
}

/** `before` is called with each document that something is about to be painted in, and with the names of its highlights. */
export function newPainter(before: (document: Document, names: Iterable<string>) => void = () => undefined): Painter {
  /** One entry a window: a highlight paints only ranges of its own document. */
  let painted = new Map<Window, Map<string, Highlight>>();

  function mend(): void {
    for (const [view, highlights] of painted) {
      const registry = registryOf(view);
      for (const [name, highlight] of highlights) if (registry?.get(name) !== highlight) registry?.set(name, highlight);
    }
  }

  return {
    mend,
    paint(paint) {
      const next = new Map<Window, Map<string, Highlight>>();
      for (const [name, ranges] of paint)
        for (const range of ranges) {
          const view = range.startContainer.ownerDocument?.defaultView;
          if (!view || !registryOf(view)) continue;
          const names = next.get(view) ?? new Map<string, Highlight>();
          next.set(view, names);
          const highlight = names.get(name);
          if (highlight) highlight.add(range);
          else names.set(name, new view.Highlight(range));
        }
      for (const [view, names] of next) before(view.document, names.keys());
      for (const [view, names] of painted) for (const [name, highlight] of names) if (!next.get(view)?.has(name) && registryOf(view)?.get(name) === highlight) registryOf(view)?.delete(name);
      painted = next;
      mend();
    },
  };
}

function registryOf(view: Window): HighlightRegistry | undefined {
  return (view as Window & { CSS?: typeof CSS }).CSS?.highlights;
}
