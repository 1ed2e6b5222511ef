/** Each element watched costs the page 4 µs in every frame in which something scrolls or moves (Chromium 156). */
const watchedAtMost = 300;
/** Stretches of the page so much longer than the viewport are not bridged by a margin. */
const screensAtMost = 10;

/** Around the viewport, and around what scrolls inside it. */
const aScreen = { rootMargin: '100% 0px', scrollMargin: '100% 0px' };

/** Which elements are within a screen of the viewport, as the browser tells without being asked to lay anything out. */
export interface Nearby {
  /** Replaces the elements watched, given in document order. */
  watch(elements: readonly Element[]): void;
  /** Those near now, among those watched. */
  readonly near: ReadonlySet<Element>;
  stop(): void;
}

/**
 * Calls back whenever elements came near or went away. Of very many, every n-th is watched
 * from as far away as the next one stands, and the others only once one beside them has come that near.
 */
export function watchNearby(onChange: () => void): Nearby {
  const near = new Set<Element>();
  let all: readonly Element[] = [];
  let stride = 1;
  /** Of the elements watched from afar: place among them, and whether near. */
  let far = new Map<Element, number>();
  const farNear = new Set<number>();
  const wide = new Set<number>();
  let farObserver: IntersectionObserver | null = null;
  let watched: ReadonlySet<Element> = new Set();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) near.add(target);
        else near.delete(target);
      }
      onChange();
    },
    aScreen,
  );

  function watchClosely(elements: ReadonlySet<Element>): void {
    for (const element of watched) {
      if (elements.has(element)) continue;
      observer.unobserve(element);
      near.delete(element);
    }
    for (const element of elements) if (!watched.has(element)) observer.observe(element);
    watched = elements;
  }

  function watchFromAfar(marginPx: number): void {
    farObserver?.disconnect();
    farNear.clear();
    farObserver = new IntersectionObserver(
      (entries, self) => {
        if (self !== farObserver) return;
        for (const { target, isIntersecting } of entries) {
          const at = far.get(target);
          if (at === undefined) continue;
          if (isIntersecting) farNear.add(at);
          else farNear.delete(at);
        }
        const neededPx = entries.length === far.size ? bridge(entries) : marginPx;
        if (neededPx > marginPx) watchFromAfar(neededPx);
        else watchStretches();
      },
      { rootMargin: `${marginPx}px 0px`, scrollMargin: `${marginPx}px 0px` },
    );
    for (const element of far.keys()) farObserver.observe(element);
  }

  /** The longest way between two elements watched from afar, pixels; those too long are watched closely all the time. */
  function bridge(entries: readonly IntersectionObserverEntry[]): number {
    const screen = window.innerHeight;
    let longest = screen;
    wide.clear();
    const ordered = entries.toSorted((a, b) => (far.get(a.target) ?? 0) - (far.get(b.target) ?? 0));
    for (const [at, entry] of ordered.entries()) {
      const next = ordered[at + 1];
      const way = next ? Math.abs(next.boundingClientRect.top - entry.boundingClientRect.top) + screen : 0;
      if (way > screensAtMost * screen) wide.add(at);
      else longest = Math.max(longest, way);
    }
    return Math.ceil(longest);
  }

  function watchStretches(): void {
    const stretches = new Set([...wide, ...[...farNear].flatMap((at) => [at - 1, at])]);
    watchClosely(new Set([...stretches].flatMap((at) => (at < 0 ? [] : all.slice(at * stride, (at + 1) * stride)))));
  }

  return {
    near,
    watch(elements) {
      all = elements;
      stride = Math.ceil(elements.length / watchedAtMost);
      farObserver?.disconnect();
      farObserver = null;
      wide.clear();
      far = new Map();
      if (stride <= 1) return watchClosely(new Set(elements));
      for (let at = 0; at * stride < elements.length; at += 1) far.set(elements[at * stride] as Element, at);
      // What is near now stays so until the observers have looked.
      watchClosely(new Set(elements.filter((element) => near.has(element))));
      watchFromAfar(window.innerHeight);
    },
    stop() {
      observer.disconnect();
      farObserver?.disconnect();
      near.clear();
    },
  };
}
