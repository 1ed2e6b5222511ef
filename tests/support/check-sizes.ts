import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Most that each script put into a page may weigh, bytes gzipped: every page pays for the gate, every article for the overlay, and for the surfaces once a name is found in it. */
const budget: Record<string, number> = { 'gate.js': 3 * 1024, 'overlay.js': 30 * 1024, 'surfaces.js': 48 * 1024 };

/** Prints what the page scripts of a built extension weigh; the exit code is 1 where one is over its budget. */
function checkSizes(folder: string): void {
  for (const [file, atMost] of Object.entries(budget)) {
    const bytes = gzipSync(readFileSync(join(folder, file))).length;
    console.log(`${file.padEnd(12)} ${bytes} of ${atMost} bytes gzipped`);
    if (bytes > atMost) process.exitCode = 1;
  }
}

checkSizes(process.argv[2] ?? '.output/chrome-mv3');
