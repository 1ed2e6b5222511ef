import type { CardSource } from '../../lib/pack/card.ts';
import { webLink } from '../shared/web-link.ts';
import { countOf, useWords } from '../shared/words.ts';
import { natureText, sourceDate } from './card-dates.ts';

/** Who says so and when, in plain sight. `most`: that many are written out, the rest counted. */
export function Sources({ sources, most = Infinity }: { sources: CardSource[]; most?: number }) {
  const words = useWords();
  if (sources.length === 0) return null;
  const shown = sources.slice(0, most);
  const rest = sources.length - shown.length;
  return (
    <span class="src">
      {shown.map((source, index) => (
        <>
          <SourceLink source={source} />
          {index < shown.length - 1 || rest > 0 ? '; ' : ''}
        </>
      ))}
      {rest > 0 && countOf(words, 'cardMoreSources', rest)}
    </span>
  );
}

function SourceLink({ source }: { source: CardSource }) {
  const words = useWords();
  const { publisher, title, note, url } = source;
  const href = webLink(url);
  const nature = natureText(source, words);
  const about = note ? `${title}. ${note}` : title;
  return (
    <span class="one">
      {href ? (
        <a href={href} target="_blank" rel="noreferrer" title={about}>
          <bdi>{publisher}</bdi>
        </a>
      ) : (
        <bdi>{publisher}</bdi>
      )}
      {nature && <> ({nature})</>}, <span class="nb">{sourceDate(source, words)}</span>
    </span>
  );
}
