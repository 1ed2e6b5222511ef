import type { OwnName } from '../../lib/pack/own-names.ts';

/** A name of the reader's own; `change` replaces fields. */
export function anOwnName(change: Partial<OwnName> = {}): OwnName {
  return {
    id: '0f3e0c1e-6d0f-4c0e-9a54-4b8f3b8f0d11',
    name: 'Qalaat Holding',
    otherNames: ['Qalaat'],
    type: 'organisation',
    line: 'Contractor named by the Post.',
    source: { outlet: 'The Valley Post', title: 'At the ford', url: 'https://post.example/ford', date: '2022-05-06' },
    addedAt: '2024-06-01T10:00:00.000Z',
    editedAt: '2024-06-01T10:00:00.000Z',
    ...change,
  };
}
