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
import { Item, labelledItem, textOfItem, titledItem } from './items';
import { readAudience, writeAudience } from './lessonAudience';
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

const lessonContent = lessonInputSchema.pick({ text: true, audience: true });

type LessonRow = z.output<typeof lessonContent>;

const MEANT_FOR = 'Meant for';

/** Lessons, whose kind is in the heading above, and whom they are meant for. */
export const lessonRows: RowFormat<LessonRow> = {
  forms: ({ text, audience }) =>
    audience
      ? [`${text}\n- **${MEANT_FOR}:** ${writeAudience(audience)}`]
      : textForms(text),
  read: item => {
    const titled = titledItem(item);
    const [row] = titled?.rows ?? [];
    if (titled?.rows.length === 1 && row.label === MEANT_FOR) {
      const audience = readAudience(row.value);
      return lessonRows.parse({ text: titled.title, audience });
    }
    const text = textOfItem(item);
    return text ? { text, audience: null } : undefined;
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
