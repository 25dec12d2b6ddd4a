import type { DocumentPart } from 'backstage-plugin-postmortem-common';
import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { partOfElement } from '../components/Comments';

/** Long enough that passing through with Tab tells nobody anything. */
const STAY_MS = 500;

function partAround(target: EventTarget | null): DocumentPart | null {
  let section =
    target instanceof Element ? target.closest('section[id]') : null;
  while (section) {
    const part = partOfElement(section.id);
    if (part) {
      return part;
    }
    section = section.parentElement?.closest('section[id]') ?? null;
  }
  return null;
}

/** The part of the document in which somebody works; null outside of all. */
export function usePartInFocus(): DocumentPart | null {
  const [focused, setFocused] = useState<DocumentPart | null>(null);
  const [part, setPart] = useState<DocumentPart | null>(null);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => setFocused(partAround(target));
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, []);
  useDebounce(() => setPart(focused), STAY_MS, [focused]);
  return part;
}
