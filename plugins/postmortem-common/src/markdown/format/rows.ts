import type { z } from 'zod';
import {
  ContributingFactor,
  contributingFactorSchema,
  DocumentationLink,
  documentationLinkSchema,
  lessonInputSchema,
  Link,
  linkSchema,
} from '../../schema/parts';
import { Item, labelledItem, textOfItem } from './items';
import { labelledForms, textForms } from './rowForms';

/** A kind of row: how it is written, and read back. */
export type RowFormat<T extends object> = {
  /** The ways to write a row, the most readable first. */
  forms(row: T): string[];
  read(item: Item): T | undefined;
  /** A row of what JSON says; undefined when it is no such row. */
  parse(value: unknown): T | undefined;
};

export function parser<T>(schema: z.ZodType<T>) {
  return (value: unknown): T | undefined => {
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed.data : undefined;
  };
}

const lessonContent = lessonInputSchema.pick({ text: true });

/** Lessons, whose kind is in the heading above. */
export const lessonRows: RowFormat<{ text: string }> = {
  forms: ({ text }) => textForms(text),
  read: item => {
    const text = textOfItem(item);
    return text ? { text } : undefined;
  },
  parse: parser(lessonContent),
};

const FACTOR_LABEL = /^(technical|process|human)(?: · (.+))?$/;

/** Contributing factors: `**technical · category:** description`. */
export const factorRows: RowFormat<ContributingFactor> = {
  forms: ({ kind, category, description }) =>
    labelledForms(category ? `${kind} · ${category}` : kind, description),
  read: item => {
    const row = labelledItem(item);
    const label = row?.label.match(FACTOR_LABEL);
    return label
      ? factorRows.parse({
          kind: label[1],
          category: label[2] ?? null,
          description: row!.value,
        })
      : undefined;
  },
  parse: parser(contributingFactorSchema),
};

const LINK = /^(?:\[([ x])\] )?\[([\s\S]*)\]\((https?:\/\/[^\s()]*)\)$/;

/** Links: `[title](url)`. */
export const linkRows: RowFormat<Link> = {
  forms: ({ title, url }) => [`[${title}](${url})`],
  read: item => {
    const match = textOfItem(item)?.match(LINK);
    return match
      ? linkRows.parse({ title: match[2], url: match[3] })
      : undefined;
  },
  parse: parser(linkSchema),
};

/** Documentation: a task that is done or not, with a link or without. */
export const documentationRows: RowFormat<DocumentationLink> = {
  forms: ({ title, url, done }) => [
    `[${done ? 'x' : ' '}] ${url ? `[${title}](${url})` : title}`,
  ],
  read: item => {
    const { checked } = item.item;
    const text = textOfItem(item);
    if (typeof checked !== 'boolean' || text === undefined) {
      return undefined;
    }
    const link = text.match(LINK);
    return documentationRows.parse({
      title: link ? link[2] : text,
      url: link ? link[3] : null,
      done: checked,
    });
  },
  parse: parser(documentationLinkSchema),
};
