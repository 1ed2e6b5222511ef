import { buildExtension } from './build.ts';
import { tortureBrowser, tortureWorker, type Torture } from './torture-saves.ts';

/** `npm run torture [-- WORKER_KILLS BROWSER_KILLS]`: saves under kills; 500 and 100 where not told otherwise. Fails where one is lost or doubled. */
const [workerKills = 500, browserKills = 100] = process.argv.slice(2).map(Number);
const extension = buildExtension('chromium', true);
report('worker ended', await tortureWorker(extension, workerKills));
report('browser killed', await tortureBrowser(extension, browserKills));

function report(what: string, torture: Torture): void {
  process.stdout.write(`${JSON.stringify({ what, ...torture })}\n`);
  if (torture.lost + torture.doubled + torture.falseAlarms > 0) process.exitCode = 1;
}
