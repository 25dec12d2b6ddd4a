import {
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import { useLocation, useNavigationType } from '../../routing';

interface Place {
  scrollTop: number;
  /** The key of the postmortem whose row had the focus. */
  row: string | undefined;
}

function scroller(element: HTMLElement): Element {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) {
      return at;
    }
  }
  return document.scrollingElement ?? document.documentElement;
}

/**
 * Keeps the place in a list: whoever comes back to it finds it scrolled as it
 * was, with the focus on the row that they opened.
 *
 * @returns a function to call before turning to another page, which then is
 * read from its top.
 */
export function useKeepPlace(
  results: RefObject<HTMLElement>,
  isReady: boolean,
): () => void {
  const { key } = useLocation();
  const isBack = useNavigationType() === 'POP';
  const storageKey = `postmortem.place.${key}`;
  const isRestored = useRef<string>();
  const isTurning = useRef(false);

  useLayoutEffect(() => {
    const element = results.current;
    return () => {
      if (element) {
        const place: Place = {
          scrollTop: scroller(element).scrollTop,
          row: element.querySelector<HTMLElement>('[data-postmortem]:focus')
            ?.dataset.postmortem,
        };
        sessionStorage.setItem(storageKey, JSON.stringify(place));
      }
    };
  }, [results, storageKey]);

  useEffect(() => {
    const kept = isBack && sessionStorage.getItem(storageKey);
    if (!isReady || !kept || !results.current) {
      return;
    }
    if (isRestored.current === storageKey) {
      return;
    }
    isRestored.current = storageKey;
    const { scrollTop, row }: Place = JSON.parse(kept);
    scroller(results.current).scrollTop = scrollTop;
    results.current
      .querySelector<HTMLElement>(`[data-postmortem="${row}"]`)
      ?.focus({ preventScroll: true });
  }, [isReady, isBack, results, storageKey]);

  useEffect(() => {
    if (isTurning.current && results.current) {
      isTurning.current = false;
      scroller(results.current).scrollTop = 0;
      results.current.focus({ preventScroll: true });
    }
  }, [results, storageKey]);

  return useCallback(() => {
    isTurning.current = true;
  }, []);
}
