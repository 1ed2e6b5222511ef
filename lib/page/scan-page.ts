import { limits } from '../limits.ts';
import type { MatchReply, PageMemory } from '../match/types.ts';
import type { Reason, Reply, RequestOf } from '../messages/schema.ts';
import { newId } from './new-id.ts';

export type SendScan = (part: RequestOf<'scan'>) => Promise<Reply<'scan'>>;
export type ScanOutcome = ({ ok: true } & MatchReply) | { ok: false; reason: Reason };

/** A worker that is stopped twice within one scan will not finish the third. */
const attempts = 3;

/** Has `text` scanned, sent in parts; offsets of the mentions are into `text`. */
export async function scanPage(send: SendScan, text: string, page: RequestOf<'scan'>['page'], memory: PageMemory | null): Promise<ScanOutcome> {
  const parts = partsOf(text);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const scan = newId();
    for (const [part, piece] of parts.entries()) {
      const reply = await send({ type: 'scan', scan, part, parts: parts.length, text: piece, page, memory: part === parts.length - 1 ? memory : null });
      if (!reply.ok) return reply;
      if (reply.value === null) continue;
      if ('again' in reply.value) break;
      return { ok: true, ...reply.value };
    }
  }
  return { ok: false, reason: 'failed' };
}

/** Pieces that may be sent, together the first `limits.scanTextUtf16` of `text`; none ends inside a surrogate pair, which JSON would break. */
export function partsOf(text: string): string[] {
  const parts: string[] = [];
  const end = Math.min(text.length, limits.scanTextUtf16);
  for (let from = 0; from < end; ) {
    let to = Math.min(from + limits.scanPartUtf16, end);
    if (to < text.length && text.charCodeAt(to - 1) >>> 10 === 0x36) to -= 1;
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts;
}
