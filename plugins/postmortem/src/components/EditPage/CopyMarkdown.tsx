import { Button } from '@backstage/ui';
import { useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { useEditor } from './EditorContext';

/** Puts the document as it is in the form into the clipboard. */
export function CopyMarkdown() {
  const editor = useEditor();
  const [{ error }, copy] = useCopyToClipboard();
  const [isCopied, setIsCopied] = useState(false);
  const onPress = async () => {
    const { formatPostmortemMarkdown } = await import(
      'backstage-plugin-postmortem-common/markdown'
    );
    const { content, server } = editor.getSnapshot();
    copy(formatPostmortemMarkdown({ ...server, ...content }));
    setIsCopied(true);
  };
  const label = error ? 'The browser does not allow it' : 'Copied';
  return (
    <Button size="small" variant="secondary" onPress={onPress}>
      {isCopied ? label : 'Copy as markdown'}
    </Button>
  );
}
