import type { PlaceMap } from '../../lib/pack/card.ts';
import { useWords } from '../shared/words.ts';

interface Props extends PlaceMap {
  /** The position is a guess to some kilometres. */
  approx: boolean;
}

/** Where a place is, not who holds it: one outline, the place, what is near. Drawn at the card's width. */
export function LocatorMap({ viewBox, path, points, approx }: Props) {
  const { t } = useWords();
  const [, , width = 384] = viewBox.split(/[\s,]+/).map(Number);
  const unit = width / 384;
  const here = points.find((point) => point.here);
  const label = t(approx ? 'cardMapApprox' : 'cardMap', here?.name ?? '');
  return (
    <svg class="bk-map" viewBox={viewBox} role="img" aria-label={label} style={{ '--u': unit }}>
      <path class="land" d={path} vector-effect="non-scaling-stroke" />
      {points.map(({ x, y, name, here }) => {
        const atEnd = x > width * 0.66;
        return (
          <g key={name}>
            {here && approx && <circle class="about" cx={x} cy={y} r={16 * unit} />}
            <circle class={here ? 'pt' : 'dot'} cx={x} cy={y} r={(here ? 6 : 3.5) * unit} />
            <text class={here ? 'here' : ''} x={x + (atEnd ? -10 : 10) * unit} y={y + 4 * unit} text-anchor={atEnd ? 'end' : 'start'}>
              {name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
