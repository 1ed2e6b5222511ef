import type { RequestOf } from '../messages/schema.ts';

/**
 * Puts the parts of a page's text together. Parts live in memory only: a restarted worker has lost them and says so,
 * and the page sends them anew. Returns the whole text with the last part, null before it, `lost` where one is missing.
 */
export class ScanParts {
  private readonly begun = new Map<string, string[]>();

  add({ scan, part, parts, text }: Pick<RequestOf<'scan'>, 'scan' | 'part' | 'parts' | 'text'>): string | null | 'lost' {
    if (parts === 1) return text;
    const texts = part === 0 ? [] : this.begun.get(scan);
    if (!texts || texts.length !== part) return this.lose(scan);
    texts.push(text);
    this.begun.set(scan, texts);
    this.dropOldest();
    if (part < parts - 1) return null;
    this.begun.delete(scan);
    return texts.join('');
  }

  private lose(scan: string): 'lost' {
    this.begun.delete(scan);
    return 'lost';
  }

  /** A page closed half-way must not keep its text in memory for ever. */
  private dropOldest(): void {
    const keep = 8;
    for (const scan of this.begun.keys()) {
      if (this.begun.size <= keep) return;
      this.begun.delete(scan);
    }
  }
}
