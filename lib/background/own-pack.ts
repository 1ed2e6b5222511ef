import { compileMatcher } from '../match/compile.ts';
import { ownPack, ownPackId } from '../pack/own-names.ts';
import type { PackManifest } from '../pack/schema.ts';
import type { OwnNameStore } from '../store/own-names.ts';
import type { PackStore } from '../store/packs.ts';

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
  const hash = Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  if ((await store.list()).some((pack) => pack.id === ownPackId && pack.hash === hash)) return false;
  return (await store.replace({ file, ...compileMatcher(file.entities), hash, bytes: bytes.byteLength, origin: 'own' })) === 'replaced';
}
