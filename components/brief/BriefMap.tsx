import { useMemo } from 'preact/hooks';
import type { Card } from '../../lib/pack/card.ts';
import { listText } from '../shared/intl.ts';
import { isolated, useWords } from '../shared/words.ts';
import { placePoints, type MapPoint } from './place-points.ts';

const [width, height] = [384, 220];

/** The page's places as they lie to one another: a picture, with the same places in words for those who cannot see it. */
export function BriefMap({ cards }: { cards: readonly Card[] }) {
  const { t, lang } = useWords();
  const map = useMemo(() => placePoints(cards, width, height), [cards]);
  if (!map) return null;
  const listed = (places: readonly Card[]) => listText(places.map((card) => isolated(card.name)), lang);
  return (
    <section class="sect" id="map" aria-labelledby="map-title">
      <h2 id="map-title">{t('briefPlaces')}</h2>
      <svg class="bk-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('briefMapOf', listed(map.points.map((point) => point.card)))}>
        <rect width={width} height={height} class="land" stroke="none" />
        {map.points.map((point) => (
          <Place key={point.card.entity} point={point} />
        ))}
        <g stroke="var(--bk-ink-3)" fill="none">
          <path d={`M14 ${height - 14}v3h${map.scale.length.toFixed(1)}v-3`} />
        </g>
        <text x={20 + map.scale.length} y={height - 10}>
          {new Intl.NumberFormat(lang, { style: 'unit', unit: 'kilometer' }).format(map.scale.km)}
        </text>
        <path class="north" d={`M${width - 18} 26v-14m-4 5 4-5 4 5`} fill="none" stroke="var(--bk-ink-3)" />
      </svg>
      {map.far.length > 0 && <p class="src">{t('briefFar', listed(map.far))}</p>}
    </section>
  );
}

function Place({ point: { card, x, y, side } }: { point: MapPoint }) {
  const [dx, dy, anchor] = ({ end: [10, 4, 'start'], start: [-10, 4, 'end'], above: [0, -12, 'middle'], below: [0, 20, 'middle'] } as const)[side];
  return (
    <g>
      <circle class="pt" cx={x} cy={y} r="5" />
      <text class="here" x={x + dx} y={y + dy} text-anchor={anchor}>
        {card.name}
      </text>
    </g>
  );
}
