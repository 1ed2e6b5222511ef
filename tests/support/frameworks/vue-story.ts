import { defineComponent, h, onMounted, reactive } from 'vue';
import { asServed, itemsOf, paragraphsOf, type StoryWindow } from './story.ts';

/** The article; the document around it is not Vue's. */
export const VueStory = defineComponent(() => {
  const story = reactive({ ...asServed });
  onMounted(() => {
    (window as unknown as StoryWindow).turn = (part) => {
      story[part] = !story[part];
    };
  });
  return () =>
    h('article', [
      h('h1', 'A story'),
      ...paragraphsOf(story).map(({ id, text }) => h('p', { key: id }, text)),
      h('ul', itemsOf(story).map(({ id, text }) => h('li', { key: id }, text))),
    ]);
});
