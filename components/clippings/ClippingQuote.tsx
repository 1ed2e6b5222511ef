import type { Clipping } from '../../lib/clip/schema.ts';
import { markHits } from '../../lib/clip/search.ts';
import { shownContext } from '../../lib/clip/shown-context.ts';

/** An excerpt in ink with its context in grey; words that a search found are underlined. */
export function ClippingQuote({ clipping, terms }: { clipping: Clipping; terms: readonly string[] }) {
  const { before, after } = shownContext(clipping.selector);
  return (
    <p class="q" dir="auto" lang={clipping.page.lang ?? undefined}>
      {before && <span class="ctx">{before}</span>}
      {markHits(clipping.selector.exact, terms).map((piece) => (piece.hit ? <mark>{piece.text}</mark> : piece.text))}
      {after && <span class="ctx">{after}</span>}
    </p>
  );
}
