import { toFragment } from '../../lib/clip/library-address.ts';
import { noFilter } from '../../lib/clip/library-view.ts';
import type { Clipping } from '../../lib/clip/schema.ts';
import { entityKey } from '../../lib/pack/entity-key.ts';
import { kindOf } from '../../lib/pack/schema.ts';
import { Icon } from '../shared/Icon.tsx';

/** Names in an excerpt and the reader's tags; each leads to all clippings that have it. `base` is the library's address. */
export function ClippingTags({ clipping, base = '' }: { clipping: Clipping; base?: string }) {
  if (clipping.entities.length + clipping.tags.length === 0) return null;
  return (
    <ul class="tg">
      {clipping.entities.map((entity) => (
        <li key={entityKey(entity)} data-type={kindOf[entity.type]}>
          <a href={`${base}${toFragment({ ...noFilter, entity: entityKey(entity) })}`}>
            <Icon name={kindOf[entity.type]} />
            <bdi>{entity.name}</bdi>
          </a>
        </li>
      ))}
      {clipping.tags.map((tag) => (
        <li key={`#${tag}`}>
          <a href={`${base}${toFragment({ ...noFilter, tag })}`}>
            <Icon name="tag" flip />
            <bdi>{tag}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}
