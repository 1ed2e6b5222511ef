import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { surfacesSlot, type StartSurfaces } from '../../lib/page/surfaces.ts';
import { startSurfaces } from './start-surfaces.ts';

export default defineUnlistedScript(() => {
  (globalThis as { [surfacesSlot]?: StartSurfaces })[surfacesSlot] = startSurfaces;
});
