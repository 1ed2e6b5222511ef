import { createSSRApp } from 'vue';
import type { StoryWindow } from './story.ts';
import { VueStory } from './vue-story.ts';

(window as unknown as StoryWindow).hydrate = () => {
  createSSRApp(VueStory).mount('#app');
};
