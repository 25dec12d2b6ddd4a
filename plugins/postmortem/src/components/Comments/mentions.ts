import '@github/text-expander-element';
import type { TextExpanderResult } from '@github/text-expander-element';
import type { EntityOption } from '../EntityPicker';
import { mentionOf } from './mentionText';

function listOf(options: EntityOption[], className: string): HTMLElement {
  const list = document.createElement('ul');
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'People and teams');
  list.className = className;
  list.append(
    ...options.map(({ id, label }, index) => {
      const item = document.createElement('li');
      item.setAttribute('role', 'option');
      item.id = `mention-${index}`;
      item.dataset.mention = mentionOf(label, id);
      item.textContent = id.startsWith('group:') ? `${label} (team)` : label;
      return item;
    }),
  );
  return list;
}

/**
 * Offers people while somebody types their name after an `@`. This file is one
 * of its own, so that it is loaded when somebody begins to write.
 *
 * @param expander - the element around the text area
 * @returns how to stop it
 */
export function offerMentions(
  expander: HTMLElement,
  options: {
    search: (term: string) => Promise<EntityOption[]>;
    listClassName: string;
    /** Is told the text once a person was chosen. */
    onChosen: (text: string) => void;
  },
): () => void {
  const { search, listClassName, onChosen } = options;
  let newest: Promise<EntityOption[]> | undefined;
  let isSearching = false;
  const find = async (term: string): Promise<TextExpanderResult> => {
    newest = search(term);
    isSearching = true;
    let asked: Promise<EntityOption[]>;
    let found: EntityOption[];
    // An answer that comes late must not replace that of more letters.
    try {
      do {
        asked = newest;
        found = await asked;
      } while (asked !== newest);
    } finally {
      isSearching = false;
    }
    return found.length > 0
      ? { matched: true, fragment: listOf(found, listClassName) }
      : { matched: false };
  };
  const onSearch = (event: Event) => {
    const { text, provide } = (event as CustomEvent).detail;
    provide(find(text));
  };
  // The list is that of fewer letters still: its first person is not who is
  // meant.
  const onKeyDown = (event: KeyboardEvent) => {
    if (
      isSearching &&
      (event.key === 'Enter' || event.key === 'Tab') &&
      !event.ctrlKey &&
      !event.metaKey &&
      expander.querySelector('[role="listbox"]')
    ) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const onValue = (event: Event) => {
    const { detail } = event as CustomEvent;
    detail.value = detail.item.dataset.mention;
  };
  const onCommitted = (event: Event) =>
    onChosen((event as CustomEvent).detail.input.value);
  const listeners = {
    'text-expander-change': onSearch,
    'text-expander-value': onValue,
    'text-expander-committed': onCommitted,
  };
  Object.entries(listeners).forEach(([name, listener]) =>
    expander.addEventListener(name, listener),
  );
  expander.addEventListener('keydown', onKeyDown, true);
  return () => {
    expander.removeEventListener('keydown', onKeyDown, true);
    Object.entries(listeners).forEach(([name, listener]) =>
      expander.removeEventListener(name, listener),
    );
  };
}
