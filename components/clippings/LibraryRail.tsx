import { useState } from 'preact/hooks';
import { toFragment } from '../../lib/clip/library-address.ts';
import type { Facet, Facets, LibraryFilter } from '../../lib/clip/library-view.ts';
import type { Kind } from '../../lib/pack/schema.ts';
import { kindNames } from '../shared/kinds.ts';
import { Icon } from '../shared/Icon.tsx';
import { countOf, useWords } from '../shared/words.ts';

interface Props {
  facets: Facets;
  total: number;
  filter: LibraryFilter;
}

/** Filters by name, tag, site, year and state. They are links, so that a view can be bookmarked and gone back from. */
export function LibraryRail({ facets, total, filter }: Props) {
  const { t } = useWords();
  const inUse = toFragment(filter) !== '';
  return (
    <nav class="rail" aria-label={t('libraryFilters')}>
      <Line link="#" name={t('libraryAll')} count={total} current={!inUse} />
      <Group title={t('libraryNames')} field="entity" facets={facets.names} filter={filter} />
      <Group title={t('libraryTags')} field="tag" facets={facets.tags} filter={filter} />
      <Group title={t('librarySites')} field="site" facets={facets.sites} filter={filter} />
      <Group title={t('libraryDates')} field="year" facets={facets.years} filter={filter} />
      <Group title={t('libraryKinds')} field="kind" facets={facets.kinds.map((facet) => ({ ...facet, name: t(kindNames[facet.value]), kind: facet.value }))} filter={filter} />
      <Group title={t('librarySaved')} field="saved" facets={facets.savedYears} filter={filter} />
      <Group
        title={t('libraryStates')}
        field="state"
        facets={(['changed', 'gone'] as const)
          .filter((state) => facets.states[state] > 0)
          .map((state) => ({ value: state, name: t(state === 'changed' ? 'libraryChanged' : 'libraryGone'), count: facets.states[state] }))}
        filter={filter}
      />
    </nav>
  );
}

const shownAtFirst = 7;

function Group(props: { title: string; field: keyof LibraryFilter; facets: (Facet & { kind?: Kind })[]; filter: LibraryFilter }) {
  const words = useWords();
  const [all, setAll] = useState(false);
  const { title, field, facets, filter } = props;
  if (facets.length === 0) return null;
  const chosen = filter[field];
  const shown = all ? facets : facets.filter((facet, at) => at < shownAtFirst || facet.value === chosen);
  return (
    <section>
      <h2>{title}</h2>
      {shown.map((facet) => {
        const current = facet.value === chosen;
        // A click on the one in use takes it off; a name and a tag narrow each other.
        const link = toFragment({ ...filter, [field]: current ? null : facet.value }) || '#';
        return <Line key={facet.value} link={link} name={facet.name} count={facet.count} current={current} kind={facet.kind} />;
      })}
      {shown.length < facets.length && (
        <button type="button" class="more" onClick={() => setAll(true)}>
          {countOf(words, 'libraryAllOf', facets.length)}
        </button>
      )}
    </section>
  );
}

function Line(props: { link: string; name: string; count: number; current: boolean; kind?: Kind | undefined }) {
  const { lang } = useWords();
  return (
    <a href={props.link} class={props.kind ? '' : 'p'} data-type={props.kind} aria-current={props.current ? 'true' : undefined}>
      {props.kind && <Icon name={props.kind} />}
      <bdi>{props.name}</bdi>
      <span>{new Intl.NumberFormat(lang).format(props.count)}</span>
    </a>
  );
}

