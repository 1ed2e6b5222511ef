/** Words of four letters that headlines in title case leave small. */
const small = new Set(['with', 'from', 'over', 'into', 'upon', 'than', 'amid', 'near']);

/** Whether every longer word of the sentence around begins with a capital, as far as it is near. */
export function isTitleCase(text: string, at: number): boolean {
  // A word cut by the window has lost its first letter.
  const before = text.slice(Math.max(0, at - 60), at).replace(at > 60 ? /^\p{L}+/u : '', '').split(/\n|[.!?]\s/).at(-1) ?? '';
  const after = text.slice(at, at + 60).split(/\n|[.!?]\s/, 1)[0] ?? '';
  const words = (before + after).match(/\p{L}{4,}/gu) ?? [];
  return words.length >= 3 && words.every((word) => word.charAt(0) !== word.charAt(0).toLowerCase() || small.has(word));
}
