import axe from 'axe-core';
import { page } from 'vitest/browser';
import { describe, expect, test } from 'vitest';
import { scenes as brief } from '../../support/screens/brief-scenes.tsx';
import { scenes as library } from '../../support/screens/library-scenes.tsx';
import { scenes as popup } from '../../support/screens/popup-scenes.tsx';
import { drawScene, type SceneLook } from '../../support/screens/scene.ts';
import { scenes as settings } from '../../support/screens/settings-scenes.tsx';
import { scenes as toasts } from '../../support/screens/toast-scenes.tsx';

const looks: SceneLook[] = [
  { theme: 'light', dir: 'ltr' },
  { theme: 'dark', dir: 'ltr' },
  { theme: 'light', dir: 'rtl' },
];

describe.each([...popup, ...library, ...settings, ...brief, ...toasts])('$name', (scene) => {
  test.each(looks)('breaks no accessibility rule and does not spill sideways, $theme $dir', async (look) => {
    await page.viewport(scene.width, scene.height);
    await drawScene(scene, look);
    const { violations } = await axe.run(scene.over ?? document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`));
    expect(found).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(scene.width);
  });
});
