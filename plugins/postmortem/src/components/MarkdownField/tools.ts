import '@github/markdown-toolbar-element';

/**
 * The custom elements of the toolbar and the handling of what is pasted. In a
 * file of its own, so that it is loaded when somebody begins to write.
 */
export { subscribe as handlePasting } from '@github/paste-markdown';
