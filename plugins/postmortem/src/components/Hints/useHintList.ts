import type { PostmortemContent } from 'backstage-plugin-postmortem-common';
import type { Hint } from 'backstage-plugin-postmortem-common/hints';
import { useEffect, useState } from 'react';

/** A word is not judged while it is typed. */
const PAUSE_MS = 1_500;

/**
 * The advice on a document, renewed after each pause in writing. The rules
 * bring a parser of English along: they are loaded when first needed.
 */
export function useHintList(
  content: PostmortemContent,
  isOn: boolean,
): readonly Hint[] {
  const [hints, setHints] = useState<readonly Hint[]>([]);
  useEffect(() => {
    if (!isOn) {
      setHints([]);
      return undefined;
    }
    let isOld = false;
    const timer = setTimeout(async () => {
      const rules = await import(
        'backstage-plugin-postmortem-common/hints'
      ).catch(() => null); // Away from the network; the next pause tries again.
      if (rules && !isOld) {
        setHints(rules.postmortemHints(content));
      }
    }, PAUSE_MS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [content, isOn]);
  return hints;
}
