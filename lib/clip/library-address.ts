import { kinds } from '../pack/schema.ts';
import { noFilter, type LibraryFilter } from './library-view.ts';

/** The library's filter as the fragment of its address, so that a view can be linked to and gone back to. */
export function toFragment(filter: LibraryFilter): string {
  const set = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== null);
  return set.length === 0 ? '' : `#${new URLSearchParams(set).toString()}`;
}

/** The filter in an address' fragment, and the clipping it points at; what it cannot read is left out. */
export function fromFragment(fragment: string): { filter: LibraryFilter; clipping: string | null } {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  const state = fields.get('state');
  return {
    filter: {
      ...noFilter,
      entity: fields.get('entity'),
      kind: kinds.find((kind) => kind === fields.get('kind')) ?? null,
      tag: fields.get('tag'),
      site: fields.get('site'),
      year: fields.get('year'),
      saved: fields.get('saved'),
      page: fields.get('page'),
      state: state === 'changed' || state === 'gone' ? state : null,
    },
    clipping: fields.get('clipping'),
  };
}
