import { useEffect } from 'react';
import { useLocation } from '../../routing';

/**
 * Brings the section that the address names into view, once the page is
 * there: the browser looked for it before the postmortem was loaded.
 */
export function useScrollToHash(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash) {
      const section = document.getElementById(hash.slice(1));
      section?.scrollIntoView();
      section?.focus({ preventScroll: true });
    }
  }, [hash]);
}
