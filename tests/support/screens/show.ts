import { drawScene, type Scene, type SceneLook } from './scene.ts';

/** What the picture taker calls: the names of all scenes with their sizes, and drawing one of them. */
const modules = import.meta.glob<{ scenes: Scene[] }>('./*-scenes.tsx', { eager: true });
const scenes = Object.values(modules).flatMap((module) => module.scenes);

Object.assign(window, {
  sceneList: () => scenes.map(({ name, width, height }) => ({ name, width, height })),
  showScene: async (name: string, look: SceneLook) => {
    const scene = scenes.find((one) => one.name === name);
    if (scene) await drawScene(scene, look);
  },
});
