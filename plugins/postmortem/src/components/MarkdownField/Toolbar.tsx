import {
  RiBold,
  RiCodeLine,
  RiDoubleQuotesL,
  RiHeading,
  RiItalic,
  RiLink,
  RiListCheck2,
  RiListOrdered,
  RiListUnordered,
} from '@remixicon/react';
import Tooltip from '@material-ui/core/Tooltip';
import { createElement, type ComponentType } from 'react';
import styles from './MarkdownField.module.css';

const TOOLS: Array<[element: string, name: string, Icon: ComponentType<any>]> =
  [
    ['md-header', 'Heading', RiHeading],
    ['md-bold', 'Bold', RiBold],
    ['md-italic', 'Italic', RiItalic],
    ['md-quote', 'Quote', RiDoubleQuotesL],
    ['md-code', 'Code', RiCodeLine],
    ['md-link', 'Link', RiLink],
    ['md-unordered-list', 'Bulleted list', RiListUnordered],
    ['md-ordered-list', 'Numbered list', RiListOrdered],
    ['md-task-list', 'Task list', RiListCheck2],
  ];

/** Formats what is selected in a text area; one stop for the Tab key. */
export function Toolbar(props: { fieldId: string; label: string }) {
  const { fieldId, label } = props;
  return createElement(
    'markdown-toolbar',
    {
      for: fieldId,
      role: 'toolbar',
      'aria-label': `Format: ${label}`,
      class: styles.toolbar,
    },
    TOOLS.map(([element, name, Icon]) => (
      <Tooltip key={element} title={name}>
        {createElement(
          element,
          { role: 'button', 'aria-label': name, class: styles.tool },
          <Icon aria-hidden size={16} />,
        )}
      </Tooltip>
    )),
  );
}
