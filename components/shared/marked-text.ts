/** A sentence with marked stretches, `[mark:words]`, cut at them; outside a mark `mark` is null. For messages that hold links or samples. */
export function markedText(message: string): { text: string; mark: string | null }[] {
  const pieces: { text: string; mark: string | null }[] = [];
  let end = 0;
  for (const match of message.matchAll(/\[([a-z0-9.-]+):([^\]]+)\]/g)) {
    if (match.index > end) pieces.push({ text: message.slice(end, match.index), mark: null });
    pieces.push({ text: match[2] ?? '', mark: match[1] ?? null });
    end = match.index + match[0].length;
  }
  if (end < message.length) pieces.push({ text: message.slice(end), mark: null });
  return pieces;
}
