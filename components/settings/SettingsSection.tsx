import type { ComponentChildren } from 'preact';

/** A titled box of settings; `id` is what the page's contents link to. */
export function SettingsSection({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="set" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <div class="box">{children}</div>
    </section>
  );
}
