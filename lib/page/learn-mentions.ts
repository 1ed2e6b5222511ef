import type { Article } from '../article/types.ts';
import { limits } from '../limits.ts';
import type { EntityRef, Mention, PageMemory } from '../match/types.ts';
import type { Reason } from '../messages/schema.ts';
import { entityKey } from '../pack/entity-key.ts';
import { scanPage, type SendScan } from './scan-page.ts';
import type { Slices } from './slices.ts';
import type { Gathered } from './types.ts';

export interface Learner {
  /** Share of a text's blocks, from 0 to 1, that were scanned before. */
  known(gathered: Gathered): number;
  /** Mentions in order of `start`, and what they may stand for in that order. Only blocks whose text is new are sent to be scanned. */
  learn(gathered: Gathered, article: Article, slices: Slices): Promise<({ ok: true } & Learned) | { ok: false; reason: Reason }>;
  /** The page is another one now: nothing told before counts. */
  forget(): void;
}

export interface Learned {
  mentions: Mention[];
  entities: EntityRef[];
}

/** Remembers what each block's text told, so that a block that only moved is not scanned again; what has left the page is dropped. */
export function newLearner(send: SendScan, site: string | null): Learner {
  /** By block text; offsets from the block's start. */
  let told = new Map<string, Mention[]>();
  let memory: PageMemory | null = null;
  /** How often all was forgotten: what was asked before tells nothing for after. */
  let age = 0;

  return {
    known: (gathered) => (told.size === 0 ? 0 : textsOf(gathered).filter((text) => told.has(text)).length / Math.max(1, gathered.blocks.length)),
    async learn(gathered, article, slices) {
      const begun = age;
      const texts = textsOf(gathered);
      const fresh = [...new Set(told.size === 0 ? texts : texts.filter((text) => !told.has(text)))];
      const next = new Map<string, Mention[]>(fresh.map((text) => [text, []]));
      if (fresh.length > 0) {
        const page = { title: article.title.slice(0, limits.titleUtf16), lang: article.lang, day: article.published.day, site };
        // A first reading is judged as a whole; what came later is told apart by what is remembered of it.
        for (const texts of told.size === 0 ? [fresh] : batchesOf(fresh)) {
          const outcome = await slices.awaiting(scanPage(send, texts.join('\n'), page, memory));
          if (!outcome.ok) return outcome;
          if (age === begun) memory = outcome.memory;
          await share(outcome.mentions, texts, next, slices);
        }
      }
      const mentions: Mention[] = [];
      const entities = new Map<string, EntityRef>();
      for (const [index, block] of gathered.blocks.entries()) {
        const text = texts[index] ?? '';
        const there = next.get(text) ?? told.get(text) ?? [];
        next.set(text, there);
        for (const mention of there) {
          mentions.push(moved(mention, block.startUtf16));
          for (const { pack, entity } of mention.options ?? [mention]) entities.set(entityKey({ pack, entity }), { pack, entity });
        }
        if (slices.spent()) await slices.giveWay();
      }
      if (age === begun) told = next;
      return { ok: true, mentions, entities: [...entities.values()] };
    },
    forget() {
      age++;
      told = new Map();
      memory = null;
    },
  };
}

/** Texts in order, as many together as may be scanned at a time, and at least one. */
function batchesOf(texts: readonly string[]): string[][] {
  const batches: string[][] = [];
  let lengthUtf16 = Infinity;
  for (const text of texts) {
    if (lengthUtf16 + text.length > limits.rescanUtf16) {
      batches.push([]);
      lengthUtf16 = 0;
    }
    batches.at(-1)?.push(text);
    lengthUtf16 += text.length;
  }
  return batches;
}

/** Gives each mention of the joined texts to its own text. */
async function share(mentions: readonly Mention[], texts: readonly string[], byText: Map<string, Mention[]>, slices: Slices): Promise<void> {
  let index = 0;
  let start = 0;
  for (const mention of mentions) {
    for (let text = texts[index]; text !== undefined && mention.start >= start + text.length; text = texts[index]) {
      start += text.length + 1;
      index += 1;
    }
    byText.get(texts[index] ?? '')?.push(moved(mention, -start));
    if (slices.spent()) await slices.giveWay();
  }
}

function textsOf({ text, blocks }: Gathered): string[] {
  return blocks.map((block) => text.slice(block.startUtf16, block.endUtf16));
}

function moved(mention: Mention, by: number): Mention {
  return { ...mention, start: mention.start + by, end: mention.end + by };
}
