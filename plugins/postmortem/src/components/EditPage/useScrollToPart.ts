import { useEffect } from 'react';
import { useLocation } from '../../routing';
import { sectionId, type SectionName } from '../PostmortemPage/sections';

/** Goes to the part that the address names, as `#impact` or `#part-impact`. */
export function useScrollToPart(): void {
  const { hash } = useLocation();
  useEffect(() => {
    const name = hash.slice(1);
    const part =
      document.getElementById(name) ??
      document.getElementById(sectionId(name as SectionName));
    if (name && part) {
      part.scrollIntoView();
      part.focus({ preventScroll: true });
    }
  }, [hash]);
}
