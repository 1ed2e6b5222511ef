import { openMatcher, type Matcher } from '../match/open.ts';
import type { PackManifest } from '../pack/schema.ts';
import { reportError } from '../report-error.ts';
import { readSettings } from '../settings/items.ts';
import { OwnNameStore } from '../store/own-names.ts';
import { whileNoImport } from '../store/pack-lock.ts';
import { PackStore } from '../store/packs.ts';
import { followOwnNames } from './own-pack.ts';
import { seedPacks } from './seed-packs.ts';
import { backgroundWords } from './background-words.ts';

/** The packs as this worker uses them: seeded once, index open in memory, both anew when packs change. */
export class Knowledge {
  readonly store = new PackStore();
  readonly #names = new OwnNameStore();
  #seeded: Promise<unknown> | null = null;
  #opened: { off: string; matcher: Promise<Matcher> } | null = null;

  /**
   * Resolves when the bundled packs, and the reader's own, are in the database. A failed attempt is not remembered: the
   * next caller tries again. What concerns the reader's own names alone fails by itself.
   */
  ready(): Promise<unknown> {
    this.#seeded ??= this.#seed().catch((error: unknown) => {
      this.#seeded = null;
      throw error;
    });
    return this.#seeded;
  }

  /** The matcher over all packs that are on. What is on is read each time: a page may ask before we hear that it changed. */
  async matcher(): Promise<Matcher> {
    const [{ packsOff }] = await Promise.all([readSettings(), this.ready()]);
    const off = packsOff.join(' ');
    if (this.#opened?.off !== off) {
      const matcher = this.store.matchers(packsOff).then(openMatcher);
      this.#opened = { off, matcher };
      matcher.catch(() => (this.#opened = null));
    }
    return this.#opened.matcher;
  }

  /** Takes in what was imported, removed or added by the reader. */
  async refresh(): Promise<void> {
    this.#seeded = null;
    this.#opened = null;
    await this.ready();
  }

  async #seed(): Promise<void> {
    const own = followOwnNames(this.#names, this.store, ownPackWords).catch((error: unknown) => {
      reportError('own names', error);
      return false;
    });
    const changed = await Promise.all([seedPacks(this.store), own]);
    if (changed.includes(true)) this.#opened = null;
    // Nobody waits for this one.
    whileNoImport(() => this.store.sweep(new Date().toISOString())).catch((error: unknown) => reportError('sweep', error));
  }
}

async function ownPackWords(): Promise<Pick<PackManifest, 'title' | 'description' | 'licence'>> {
  const t = await backgroundWords();
  return { title: t('ownPackTitle'), description: t('ownPackDescription'), licence: t('ownPackLicence') };
}
