import { CardSurface } from '../../../components/card/CardSurface.tsx';
import card from '../../../components/styles/card.css?inline';
import controls from '../../../components/styles/controls.css?inline';
import tokens from '../../../components/styles/tokens.css?inline';
import type { CardView } from '../../../lib/page/card-view.ts';
import { stories } from '../card-stories.ts';
import type { Scene } from './scene.ts';

/** Room around a card for its shadow; the card itself is as wide as in a page. */
const stage = 'body { margin: 0; padding: 24px; background: var(--bk-page); box-sizing: border-box; } .bk-card { inline-size: 100%; }';

function scene(name: string, view: CardView, width = 432): Scene {
  return {
    name: `card-${name}`,
    width,
    height: 120,
    body: 'card',
    css: tokens + controls + card + stage,
    content: <CardSurface view={view} />,
  };
}

export const scenes: Scene[] = [
  ...Object.entries(stories).map(([name, view]) => scene(name, view)),
  ...(['first-glance', 'expanded', 'choose'] as const).flatMap((name) => {
    const view = stories[name];
    return view ? [scene(`${name}-320`, view, 320)] : [];
  }),
];
