import '@github/markdown-toolbar-element';
import { subscribe } from '@github/paste-markdown';
import { tableFromHtml } from './tableFromHtml';

function insert(field: HTMLTextAreaElement, text: string): void {
  // The command keeps the browser's own undo; some browsers do not have it.
  if (!document.execCommand('insertText', false, text)) {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/**
 * Makes markdown of what is pasted into a text area: a link of an address over
 * a selection, a table of a table. This file is one of its own, with the
 * toolbar's elements, so that it is loaded when somebody begins to write.
 *
 * @param onChange - told the text when it was changed without an input event
 * @returns how to stop it
 */
export function handlePasting(
  field: HTMLTextAreaElement,
  onChange: (text: string) => void,
): () => void {
  const onPaste = (event: ClipboardEvent) => {
    const table = tableFromHtml(
      event.clipboardData?.getData('text/html') ?? '',
    );
    if (table !== undefined) {
      event.preventDefault();
      event.stopImmediatePropagation();
      insert(field, `\n${table}\n`);
    }
  };
  const onNativeChange = () => onChange(field.value);
  field.addEventListener('paste', onPaste);
  field.addEventListener('change', onNativeChange);
  const { unsubscribe } = subscribe(field);
  return () => {
    unsubscribe();
    field.removeEventListener('paste', onPaste);
    field.removeEventListener('change', onNativeChange);
  };
}
