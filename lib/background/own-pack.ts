import { compileMatcher } from '../match/compile.ts';
import { ownPack, ownPackId } from '../pack/own-names.ts';
import type { PackManifest } from '../pack/schema.ts';
import type { OwnNameStore } from '../store/own-names.ts';
import type { PackStore } from '../store/packs.ts';
import { sha256 } from '../store/sha256.ts';

/**
 * Brings the pack of the reader's own names to what their database holds; true where that changed it. Where they cannot be
 * read the pack stays as it is. `words` is asked only where there are names.
 */
export async function followOwnNames(names: OwnNameStore, store: PackStore, words: () => Promise<Pick<PackManifest, 'title' | 'description' | 'licence'>>): Promise<boolean> {
  const listed = await names.list();
  if (!listed.ok) return false;
  const file = listed.value.length > 0 ? ownPack(listed.value, await words()) : null;
  if (!file) return store.discard(ownPackId);
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  const hash = await sha256(bytes);
  if ((await store.list()).some((pack) => pack.id === ownPackId && pack.hash === hash)) return false;
  return (await store.replace({ file, ...compileMatcher(file.entities), hash, bytes: bytes.byteLength, origin: 'own' })) === 'replaced';
}
