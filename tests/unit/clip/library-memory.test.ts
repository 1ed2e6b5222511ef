import { describe, expect, it } from 'vitest';
import { backupReminder, noMemory } from '../../../lib/clip/library-memory.ts';

const now = '2026-11-24T12:00:00.000Z';

describe('a reminder of a backup', () => {
  const old = [{ capturedAt: '2026-10-01T00:00:00.000Z', editedAt: '2026-10-01T00:00:00.000Z' }];

  it('is due a month after the first clipping, or after the last backup if something changed since', () => {
    expect(backupReminder(noMemory, old, now)).toEqual({ last: null });
    expect(backupReminder(noMemory, [{ capturedAt: '2026-11-20T00:00:00.000Z', editedAt: now }], now)).toBeNull();
    expect(backupReminder({ ...noMemory, backedUpAt: '2026-10-02T00:00:00.000Z' }, old, now)).toBeNull();
    expect(backupReminder({ ...noMemory, backedUpAt: '2026-10-02T00:00:00.000Z' }, [{ ...old[0]!, editedAt: now }], now)).toEqual({ last: '2026-10-02T00:00:00.000Z' });
    expect(backupReminder(noMemory, [], now)).toBeNull();
  });

  it('waits as long as it was asked to', () => {
    expect(backupReminder({ ...noMemory, remindAfter: '2026-11-25T00:00:00.000Z' }, old, now)).toBeNull();
    expect(backupReminder({ ...noMemory, remindAfter: '2026-11-24T00:00:00.000Z' }, old, now)).not.toBeNull();
  });
});
