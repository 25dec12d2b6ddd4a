import { type RefObject, useLayoutEffect, useState } from 'react';

// Where nothing is laid out, as in a test.
const FALLBACK = 640;

/** The width of an element, in whole pixels, as it changes. */
export function useWidth(element: RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(FALLBACK);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const measure = () => {
      const measured = Math.floor(current.clientWidth);
      // On paper the picture is scaled, not drawn anew.
      if (measured > 0 && !window.matchMedia?.('print').matches) {
        setWidth(measured);
      }
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
