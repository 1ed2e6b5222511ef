import { compileMatcher } from '../../lib/match/compile.ts';
import { openMatcher, type Matcher } from '../../lib/match/open.ts';
import { withInverses } from '../../lib/pack/relations.ts';
import { validatePack } from '../../lib/pack/validate.ts';
import { packIds, readSource } from '../../packs/read-source.ts';

/** The matcher of all packs under `packs/`, compiled from their sources as they are now. Throws with file, line and reason where one is faulty. */
export function sourceMatcher(): Matcher {
  return openMatcher(
    packIds().map((id) => {
      const result = validatePack(readSource(id));
      if (!result.ok) throw new Error(result.problems.map(({ file, line, message }) => `packs/${id}/${file}:${line}: ${message}`).join('\n'));
      return { pack: id, ...compileMatcher(withInverses(result.pack.entities)) };
    }),
  );
}
