import isEqual from 'fast-deep-equal';
import { parseMarkdown } from '../parseMarkdown';
import { indentRest } from '../text';
import { Item, itemsOf, objectOf } from './items';
import { inFence, inJson } from './verbatim';
import { readings } from './readings';

/** A list item with this text. */
export function itemOf(text: string): string {
  return `- ${indentRest(text, 2)}`;
}

/** The ways to write a text in a list item, the most readable first. */
export function textForms(text: string): string[] {
  return [text, inFence(text), inJson(text)];
}

/** The ways to write a labelled text, the most readable first. */
export function labelledForms(label: string, text: string): string[] {
  const block = (body: string) => `**${label}:**\n\n${body}`;
  return [
    `**${label}:** ${text}`,
    block(text),
    block(inFence(text)),
    block(inJson(text)),
  ];
}

/** Whether an item reads back as the value, wherever it stands. */
function readsBack<T>(
  form: string,
  value: T,
  read: (item: Item) => T | undefined,
): boolean {
  // What follows must not be drawn into it.
  return readings(`${itemOf(form)}\n- end\n\n## End`).every(text => {
    const [list, next] = parseMarkdown(text).children;
    const items = itemsOf(text, [list]);
    return (
      next?.type === 'heading' &&
      items?.length === 2 &&
      isEqual(read(items[0]), value)
    );
  });
}

/** The first form that reads back as the value. */
export function firstFaithful<T>(
  value: T,
  forms: string[],
  read: (item: Item) => T | undefined,
): string | undefined {
  return forms.find(form => readsBack(form, value, read));
}

/**
 * Writes rows as a list, each in the first of its forms that reads back as
 * the row. Any row can be written as JSON at worst.
 */
export function writeItems<T extends object>(
  rows: T[],
  forms: (row: T) => string[],
  read: (item: Item) => T | undefined,
): string {
  return rows
    .map(row => itemOf(firstFaithful(row, forms(row), read) ?? inJson(row)))
    .join('\n');
}

/** Reads a row as one of its forms, or as the JSON that stands for it. */
export function readRow<T extends object>(
  item: Item,
  read: (item: Item) => T | undefined,
  parse: (value: unknown) => T | undefined,
): T | undefined {
  const object = objectOf(item);
  return object ? parse(object) : read(item);
}
