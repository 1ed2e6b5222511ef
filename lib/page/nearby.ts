/** Which elements are within a screen of the viewport, as the browser tells without being asked to lay anything out. */
export interface Nearby {
  /** Replaces the elements watched. */
  watch(elements: ReadonlySet<Element>): void;
  has(element: Element): boolean;
  stop(): void;
}

/** Calls back with each batch of elements that came near; elements without a box never do. */
export function watchNearby(onChange: (came: Element[]) => void): Nearby {
  const near = new Set<Element>();
  let watched: ReadonlySet<Element> = new Set();
  const observer = new IntersectionObserver(
    (entries) => {
      const came = entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target);
      for (const { target, isIntersecting } of entries) if (!isIntersecting) near.delete(target);
      for (const element of came) near.add(element);
      onChange(came);
    },
    { rootMargin: '100% 0px' },
  );
  return {
    watch(elements) {
      for (const element of watched) {
        if (elements.has(element)) continue;
        observer.unobserve(element);
        near.delete(element);
      }
      for (const element of elements) if (!watched.has(element)) observer.observe(element);
      watched = elements;
    },
    has: (element) => near.has(element),
    stop: () => observer.disconnect(),
  };
}
