import { launchChromium, type Driven, type LaunchOptions } from './browser.ts';
import type { BrowserName } from './build.ts';
import { launchFirefox } from './firefox.ts';

/** Starts a browser with the extension newly installed, its welcome page in front. */
export function launch(name: BrowserName, options: LaunchOptions): Promise<Driven> {
  return name === 'firefox' ? launchFirefox(options) : launchChromium(options);
}
