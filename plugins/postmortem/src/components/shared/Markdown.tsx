import { MarkdownContent } from '@backstage/core-components';
import styles from './Markdown.module.css';

/**
 * Text that somebody wrote, as markdown. HTML in it is shown as text, never
 * run.
 */
export function Markdown({ text }: { text: string }) {
  return (
    <MarkdownContent
      className={styles.markdown}
      content={text}
      linkTarget="_blank"
    />
  );
}
