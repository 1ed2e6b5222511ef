/** Whether a write failed for want of space. Dexie wraps the browser's error, sometimes twice (an abort caused by a full disk). */
export function isQuota(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'QuotaExceededError' || isQuota((error as { inner?: unknown }).inner);
}
