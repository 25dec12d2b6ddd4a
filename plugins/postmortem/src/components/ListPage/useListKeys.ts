import { type RefObject, useEffect } from 'react';

const TYPING =
  'input, textarea, select, [contenteditable="true"], [role="listbox"], [role="menu"], [role="dialog"]';

/**
 * `j` and `k` move from row to row, `/` goes to the search; nothing while
 * somebody types or chooses.
 */
export function useListKeys(
  results: RefObject<HTMLElement>,
  search: RefObject<HTMLElement>,
): void {
  useEffect(() => {
    const move = (step: 1 | -1) => {
      const links = Array.from(
        results.current?.querySelectorAll<HTMLElement>('[data-postmortem]') ??
          [],
      );
      const row = document.activeElement?.closest('tr');
      const current = links.findIndex(link => row?.contains(link));
      const next = current < 0 ? 0 : current + step;
      links[next]?.focus();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, target } = event;
      const isTyping = target instanceof Element && target.closest(TYPING);
      const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
      if (event.defaultPrevented || hasModifier || isTyping) {
        return;
      }
      if (key === 'j' || key === 'k') {
        event.preventDefault();
        move(key === 'j' ? 1 : -1);
      } else if (key === '/') {
        event.preventDefault();
        search.current?.querySelector('input')?.focus();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [results, search]);
}
