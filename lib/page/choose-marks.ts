import { isCommonGround } from '../match/common-ground.ts';
import type { Mention } from '../match/types.ts';
import { entityKey } from '../pack/entity-key.ts';
import type { Settings } from '../settings/schema.ts';
import type { Block } from './types.ts';

export type Density = Pick<Settings, 'density' | 'kinds' | 'common' | 'muted'>;

/**
 * The mentions to mark, in order: of those whose kind, salience and entity the reader wants, the first shown one on the page
 * or in each block, or every one. `isShown` is asked last and as rarely as can be: it reads computed style.
 * Null stands for one that was asked about in vain, so that between two of them the page can have its turn.
 */
export function* chooseMarks(mentions: readonly Mention[], blocks: readonly Block[], reader: Density, isShown: (mention: Mention, block: Block) => boolean): Generator<Mention | null, undefined> {
  const muted = new Set(reader.muted.map(entityKey));
  const seen = new Set<string>();
  let index = 0;
  for (const mention of mentions) {
    let block = blocks[index];
    while (block && block.endUtf16 <= mention.start) {
      index += 1;
      block = blocks[index];
      if (reader.density === 'block') seen.clear();
    }
    if (!block) return undefined;
    const key = entityKey(mention);
    if (!reader.kinds[mention.kind] || (isCommonGround(mention) && !reader.common) || muted.has(key)) continue;
    if (reader.density !== 'all' && seen.has(key)) continue;
    if (isShown(mention, block)) {
      seen.add(key);
      yield mention;
    } else yield null;
  }
  return undefined;
}
