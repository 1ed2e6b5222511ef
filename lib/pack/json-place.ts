/**
 * Line, 1-based, on which the value at `path` begins in a text that is known to be JSON; the line of the nearest value
 * around it where the path leads no further. Reads on from the start without building anything: a file of any size costs
 * no memory.
 */
export function lineOfPath(text: string, path: readonly PropertyKey[]): number {
  let at = skipSpace(text, 0);
  for (const step of path) {
    const child = childAt(text, at, step);
    if (child === null) break;
    at = child;
  }
  return lineAt(text, at);
}

/** Line, 1-based, of an offset in UTF-16 units. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** Where the child of the object or array at `at` begins; null where it has none of that name or number. */
function childAt(text: string, at: number, step: PropertyKey): number | null {
  const open = text.charAt(at);
  if (open !== '{' && open !== '[') return null;
  let index = 0;
  let place = skipSpace(text, at + 1);
  while (place < text.length && text.charAt(place) !== '}' && text.charAt(place) !== ']') {
    let isWanted = index++ === step;
    if (open === '{') {
      const end = endOfString(text, place);
      isWanted = JSON.parse(text.slice(place, end)) === step;
      place = skipSpace(text, skipSpace(text, end) + 1);
    }
    if (isWanted) return place;
    place = skipSpace(text, endOfValue(text, place));
    if (text.charAt(place) === ',') place = skipSpace(text, place + 1);
  }
  return null;
}

function skipSpace(text: string, at: number): number {
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  return at;
}

function endOfString(text: string, at: number): number {
  for (at++; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x5c) at++;
    else if (unit === 0x22) return at + 1;
  }
  return at;
}

function endOfValue(text: string, at: number): number {
  let depth = 0;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) {
      at = endOfString(text, at) - 1;
      if (depth === 0) return at + 1;
    } else if (unit === 0x7b || unit === 0x5b) depth++;
    else if (unit === 0x7d || unit === 0x5d) {
      if (depth === 0) return at;
      if (--depth === 0) return at + 1;
    } else if (depth === 0 && unit === 0x2c) return at;
  }
  return at;
}
