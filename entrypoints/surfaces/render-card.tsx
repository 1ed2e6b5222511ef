import { render } from 'preact';
import { CardSurface } from '../../components/card/CardSurface.tsx';
import { WordsProvider, type Words } from '../../components/shared/words.ts';
import type { CardView } from '../../lib/page/card-view.ts';

/** Draws a card into a layer of our root, at once; null: empties it. */
export function cardRenderer(words: Words): (layer: HTMLElement, view: CardView | null) => void {
  return (layer, view) => render(view && <WordsProvider value={words}><CardSurface view={view} /></WordsProvider>, layer);
}
