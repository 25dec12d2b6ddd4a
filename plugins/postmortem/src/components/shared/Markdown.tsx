import { MarkdownContent } from '@backstage/core-components';
import { useContext, useMemo } from 'react';
import { HeadingLevel } from './HeadingLevel';
import styles from './Markdown.module.css';
import { shiftHeadings } from './shiftHeadings';

/**
 * Text that somebody wrote, as markdown. Its headings go below those of the
 * page; HTML in it is cleaned of everything that could run.
 */
export function Markdown({ text }: { text: string }) {
  const level = useContext(HeadingLevel);
  const content = useMemo(() => shiftHeadings(text, level), [text, level]);
  return (
    <MarkdownContent
      className={styles.markdown}
      content={content}
      linkTarget="_blank"
    />
  );
}
