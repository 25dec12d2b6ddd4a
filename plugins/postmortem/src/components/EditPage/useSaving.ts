import { useEffect } from 'react';
import { announcePage } from '../../drafts';
import type { OpenDocument } from './openDocument';

/** Saves an open document for as long as its page is there. */
export function useSaving({ editor, pageId }: OpenDocument): void {
  useEffect(() => {
    const stopAnnouncing = announcePage(editor.getSnapshot().server.id, pageId);
    const onOnline = () => {
      if (editor.getSnapshot().phase.name === 'unreachable') {
        editor.save();
      }
    };
    // Somebody may come back from signing in in another window.
    const onFocus = () => {
      if (editor.getSnapshot().phase.name === 'signedOut') {
        editor.save();
      }
    };
    const onHide = () => editor.keepNow();
    editor.open();
    window.addEventListener('online', onOnline);
    window.addEventListener('focus', onFocus);
    window.addEventListener('pagehide', onHide);
    return () => {
      window.removeEventListener('online', onOnline);
      window.removeEventListener('focus', onFocus);
      window.removeEventListener('pagehide', onHide);
      stopAnnouncing();
      editor.close();
    };
  }, [editor, pageId]);
}
