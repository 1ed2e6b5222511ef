import { cdp } from 'vitest/browser';

/** Trusted input at points of this frame, through the browser's own protocol. */
function offset(): { left: number; top: number; scale: number } {
  const frame = window.frameElement as HTMLElement | null;
  if (!frame) return { left: 0, top: 0, scale: 1 };
  const { left, top, width } = frame.getBoundingClientRect();
  return { left, top, scale: width / frame.offsetWidth };
}

async function mouse(type: string, x: number, y: number, more: Record<string, unknown> = {}): Promise<void> {
  const { left, top, scale } = offset();
  await cdp().send('Input.dispatchMouseEvent', { type: type as 'mouseMoved', x: left + x * scale, y: top + y * scale, ...more });
}

export const moveTo = (x: number, y: number) => mouse('mouseMoved', x, y);

export async function clickAt(x: number, y: number): Promise<void> {
  await moveTo(x, y);
  await mouse('mousePressed', x, y, { button: 'left', clickCount: 1, buttons: 1 });
  await mouse('mouseReleased', x, y, { button: 'left', clickCount: 1 });
}

export async function press(key: string, code = key, modifiers = 0): Promise<void> {
  const text = key === 'Enter' ? '\r' : undefined;
  await cdp().send('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', key, code, modifiers, windowsVirtualKeyCode: keyCodes[key] ?? 0, ...(text && { text }) });
  await cdp().send('Input.dispatchKeyEvent', { type: 'keyUp', key, code, modifiers, windowsVirtualKeyCode: keyCodes[key] ?? 0 });
}
const keyCodes: Record<string, number> = { Tab: 9, Enter: 13, Escape: 27, ArrowLeft: 37, ArrowRight: 39 };

/** Middle of an element or range in this frame. */
export function middle(of: Element | Range): { x: number; y: number } {
  const { left, top, width, height } = of.getClientRects()[0] as DOMRect;
  return { x: left + width / 2, y: top + height / 2 };
}

export const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** One finger, down and up. */
export async function tapAt(x: number, y: number): Promise<void> {
  const { left, top, scale } = offset();
  const touchPoints = [{ x: left + x * scale, y: top + y * scale }];
  await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await cdp().send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await cdp().send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
