import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  PostmortemContent,
  PostmortemInput,
  postmortemInputSchema,
} from '../../schema';
import { postmortemHints } from '../postmortemHints';
import type { HintRuleId } from '../types';

// A sentence, an action item, or a list of them, as the file's field has it.
const exampleSchema = z.union([
  z.string(),
  z.record(z.string(), z.unknown()),
  z.array(z.record(z.string(), z.unknown())),
]);

type Example = z.output<typeof exampleSchema>;

const labelsSchema = z.strictObject({
  rule: z.string(),
  field: z
    .enum([
      'summary',
      'rootCause.process',
      'actionItems.title',
      'actionItem',
      'actionItems',
    ])
    .default('summary'),
  participants: z.array(z.record(z.string(), z.unknown())).default([]),
  names: z.record(z.string(), z.string()).default({}),
  catch: z.array(exampleSchema),
  leave: z.array(exampleSchema),
});

export type Labels = z.output<typeof labelsSchema>;

/** What a rule made of its examples. */
export interface Evaluation {
  rule: HintRuleId;
  examples: { catch: number; leave: number };
  /** The share of what it caught that it was to catch; `null` if nothing. */
  precision: number | null;
  /** The share of what it was to catch that it caught. */
  recall: number;
  missed: Example[];
  mistaken: Example[];
}

function contentWith({ field }: Labels, example: Example): object {
  const title = 'Add a limit to the queue';
  switch (field) {
    case 'summary':
      return { summary: example };
    case 'rootCause.process':
      return { rootCause: { process: example } };
    case 'actionItems.title':
      return { actionItems: [{ title: example }] };
    case 'actionItem':
      return { actionItems: [example] };
    case 'actionItems':
      return {
        actionItems: (example as object[]).map(item => ({ title, ...item })),
      };
    default:
      throw new Error(`There is no field ${field}.`);
  }
}

function documentOf(labels: Labels, example: Example): PostmortemContent {
  return postmortemInputSchema.parse({
    title: 'Checkout errors',
    participants: labels.participants,
    ...contentWith(labels, example),
  } as PostmortemInput);
}

/** The labeled examples of a folder, one file a rule. */
export function readLabels(directory: string): Labels[] {
  return readdirSync(directory)
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .map(name =>
      labelsSchema.parse(parse(readFileSync(join(directory, name), 'utf8'))),
    );
}

/** Runs a rule over its examples. */
export function evaluate(labels: Labels): Evaluation {
  const isCaught = (example: Example) =>
    postmortemHints(documentOf(labels, example), { names: labels.names }).some(
      ({ rule }) => rule === labels.rule,
    );
  const missed = labels.catch.filter(example => !isCaught(example));
  const mistaken = labels.leave.filter(isCaught);
  const caught = labels.catch.length - missed.length;
  const all = caught + mistaken.length;
  return {
    rule: labels.rule as HintRuleId,
    examples: { catch: labels.catch.length, leave: labels.leave.length },
    precision: all === 0 ? null : caught / all,
    recall: caught / labels.catch.length,
    missed,
    mistaken,
  };
}
