import { render, type ComponentType } from 'preact';
import { CardSurface } from '../../components/card/CardSurface.tsx';
import { SelectionBar } from '../../components/clippings/SelectionBar.tsx';
import { Toast } from '../../components/clippings/Toast.tsx';
import { WordsProvider, type Words } from '../../components/shared/words.ts';

/** What draws our components into layers of the closed root, at once; a null view empties the layer. */
export function drawers(words: Words) {
  function drawer<View>(Surface: ComponentType<{ view: View }>): (layer: HTMLElement, view: View | null) => void {
    return (layer, view) =>
      render(
        view && (
          <WordsProvider value={words}>
            <Surface view={view} />
          </WordsProvider>
        ),
        layer,
      );
  }
  return { card: drawer(CardSurface), bar: drawer(SelectionBar), toast: drawer(Toast) };
}
