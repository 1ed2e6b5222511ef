import { libraryMemorySchema, noMemory, type LibraryMemory } from '../clip/library-memory.ts';

/** A small store beside the database: `browser.storage.local`. */
export interface KeyValueStore {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** What must be true of the library, kept where a lost database does not take it along. */
export interface Ledger {
  /** Lets one change of the library at a time through, from whatever context: what is expected is then exact. */
  held<T>(work: () => Promise<T>): Promise<T>;
  /** Null where nothing was ever written down. */
  read(): Promise<LibraryMemory | null>;
  change(by: (memory: LibraryMemory) => Partial<LibraryMemory>): Promise<void>;
}

const key = 'library';

/** The ledger in `store`; `lock` is the platform's, shared by all contexts of the extension. */
export function openLedger(store: KeyValueStore, lock: Ledger['held'] = (work) => navigator.locks.request(key, work)): Ledger {
  async function read(): Promise<LibraryMemory | null> {
    const parsed = libraryMemorySchema.safeParse((await store.get(key))[key]);
    return parsed.success ? parsed.data : null;
  }
  return {
    held: lock,
    read,
    change: async (by) => {
      const memory = (await read()) ?? noMemory;
      await store.set({ [key]: { ...memory, ...by(memory) } });
    },
  };
}
