import { Button, Flex, Text, TextAreaField } from '@backstage/ui';
import { RiFileAddLine } from '@remixicon/react';
import { type DragEvent, useRef, useState } from 'react';
import useSessionStorage from 'react-use/esm/useSessionStorage';
import styles from './ImportPage.module.css';

const ACCEPTED = '.md,.markdown,.mdx,.erb,.txt,text/markdown,text/plain';

/** Takes documents: dropped, chosen or pasted. */
export function AddDocuments(props: {
  onFiles: (files: File[]) => void;
  onText: (text: string) => void;
}) {
  const { onFiles, onText } = props;
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  // Kept while the tab is open: leaving the page loses no text.
  const [text, setText] = useSessionStorage('postmortem.import.text', '');

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    onFiles([...event.dataTransfer.files]);
  };

  return (
    <div className={styles.sources}>
      <div
        className={isOver ? styles.dropActive : styles.drop}
        onDragOver={event => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <RiFileAddLine aria-hidden />
        <Text as="p">Drop markdown files here</Text>
        <Button
          variant="secondary"
          onPress={() => input.current?.click()}
          size="small"
        >
          Choose files
        </Button>
        <input
          ref={input}
          type="file"
          aria-label="Markdown files"
          accept={ACCEPTED}
          multiple
          hidden
          onChange={event => {
            onFiles([...(event.target.files ?? [])]);
            // So that the same file can be chosen again once it is mended.
            // eslint-disable-next-line no-param-reassign
            event.target.value = '';
          }}
        />
      </div>
      <Flex direction="column" gap="2">
        <TextAreaField
          label="Or paste one"
          rows={6}
          value={text}
          onChange={setText}
        />
        <div>
          <Button
            variant="secondary"
            size="small"
            isDisabled={text.trim() === ''}
            onPress={() => {
              onText(text);
              setText('');
            }}
          >
            Read the text
          </Button>
        </div>
      </Flex>
    </div>
  );
}
