/** Elements that have no box, because a section is folded. */
export interface Unfolding {
  /** Replaces the elements watched. */
  watch(elements: ReadonlySet<Element>): void;
  stop(): void;
}

/** Calls back when elements without a box have come to have one near the viewport. */
export function watchUnfolding(onUnfold: () => void): Unfolding {
  let watched: ReadonlySet<Element> = new Set();
  const observer = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) onUnfold();
  }, { rootMargin: '100% 0px' });
  return {
    watch(elements) {
      for (const element of watched) if (!elements.has(element)) observer.unobserve(element);
      for (const element of elements) if (!watched.has(element)) observer.observe(element);
      watched = elements;
    },
    stop: () => observer.disconnect(),
  };
}
