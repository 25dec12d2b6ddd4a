import { Button, Flex, Text, TextAreaField } from '@backstage/ui';
import { RiFileAddLine } from '@remixicon/react';
import { type DragEvent, type RefObject, useRef, useState } from 'react';
import type { Importer } from './Importer';
import styles from './ImportPage.module.css';

const ACCEPTED = '.md,.markdown,.mdx,.erb,.txt,text/markdown,text/plain';

/** Takes documents: dropped, chosen or pasted. */
export function AddDocuments(props: {
  importer: Importer;
  /** What is in the field for pasting. */
  text: string;
  isKept: boolean;
  /** The button with which documents are chosen. */
  chooseRef: RefObject<HTMLButtonElement>;
}) {
  const { importer, text, isKept, chooseRef } = props;
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    importer.addFiles([...event.dataTransfer.files]);
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
          ref={chooseRef}
          variant="secondary"
          onPress={() => input.current?.click()}
          size="small"
        >
          Choose files
        </Button>
        <Text as="p" variant="body-small" color="secondary">
          As many as you like, up to 1 MiB each
        </Text>
        <input
          ref={input}
          type="file"
          aria-label="Markdown files"
          accept={ACCEPTED}
          multiple
          hidden
          onChange={event => {
            importer.addFiles([...(event.target.files ?? [])]);
            // So that the same file can be chosen again once it is mended.

            event.target.value = '';
          }}
        />
      </div>
      <Flex direction="column" gap="2">
        <TextAreaField
          label="Or paste the text of one"
          rows={7}
          value={text}
          onChange={value => {
            importer.setText(value);
            setProblem(null);
          }}
          isInvalid={problem !== null}
          validationBehavior="aria"
          validate={() => problem}
        />
        <Flex align="center" gap="3">
          <Button
            variant="secondary"
            size="small"
            isDisabled={text.trim() === ''}
            onPress={async () => setProblem(await importer.addText())}
          >
            Read the text
          </Button>
          {!isKept && (
            <Text variant="body-small" className={styles.careful} role="status">
              The browser has no room to keep pasted text: stay on this page
              until it is imported.
            </Text>
          )}
        </Flex>
      </Flex>
    </div>
  );
}
