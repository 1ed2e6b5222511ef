/** Width and height of a PNG in pixels, as its header says; throws on anything else. */
export function pngSize(png: Buffer): [width: number, height: number] {
  if (png.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n' || png.toString('latin1', 12, 16) !== 'IHDR') throw new Error('Not a PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}
