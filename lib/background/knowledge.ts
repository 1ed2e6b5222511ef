import { openMatcher, type Matcher } from '../match/open.ts';
import { PackStore } from '../store/packs.ts';
import { seedPacks } from './seed-packs.ts';

/** The packs as this worker uses them: seeded once, index open in memory, both anew when packs change. */
export class Knowledge {
  readonly store = new PackStore();
  private seeded: Promise<unknown> | null = null;
  private opened: Promise<Matcher> | null = null;

  /** Resolves when the bundled packs are in the database. A failed attempt is not remembered: the next caller tries again. */
  ready(): Promise<unknown> {
    this.seeded ??= seedPacks(this.store)
      .then((changed) => {
        if (changed) this.changed();
      })
      .catch((error: unknown) => {
        this.seeded = null;
        throw error;
      });
    return this.seeded;
  }

  /** The matcher over all enabled packs. */
  matcher(): Promise<Matcher> {
    this.opened ??= this.ready()
      .then(() => this.store.matchers())
      .then(openMatcher)
      .catch((error: unknown) => {
        this.opened = null;
        throw error;
      });
    return this.opened;
  }

  /** To be called when packs were added, removed, turned on or off. */
  changed(): void {
    this.opened = null;
  }
}
