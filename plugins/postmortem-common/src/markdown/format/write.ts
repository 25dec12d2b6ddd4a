import type {
  PostmortemContent,
  PostmortemStatus,
} from '../../schema/postmortem';
import { actionRows } from './actionRows';
import { writeFrontMatter } from './frontMatter';
import {
  COMMUNICATION_HEADER,
  HeadingKey,
  HEADINGS,
  TIMELINE_HEADER,
} from './headings';
import { outlineOf, textOf } from './outline';
import { writeItems } from './rowForms';
import { documentationRows, factorRows, lessonRows, linkRows } from './rows';
import { writeTimed } from './timedRows';
import { inFence, inJson } from './verbatim';
import { readings } from './readings';

/** What stands directly under a section's heading, and below its own ones. */
type Body = {
  direct?: string | null;
  subs?: Array<[HeadingKey, string | null]>;
};

const heading = (key: HeadingKey, depth: number) =>
  `${'#'.repeat(depth)} ${HEADINGS[key]}`;

/** Whether what is written below these headings reads back as the text. */
function readsBack(path: HeadingKey[], written: string, text: string): boolean {
  const headings = path.map((key, at) => heading(key, at + 2));
  const document = [...headings, written].join('\n\n');
  if (path[0] === 'notes') {
    // Nothing follows the notes.
    const [read] = readings(document);
    return textOf(read, outlineOf(read).regions[1]) === text;
  }
  const next = heading('links', 2);
  return readings(`${document}\n\n${next}`).every(each => {
    const { regions } = outlineOf(each);
    return (
      regions.length === path.length + 2 &&
      textOf(each, regions[path.length]) === text
    );
  });
}

/** A text in the most readable form that reads back as it is. */
function writeText(path: HeadingKey[], text: string | null): string | null {
  if (text === null) {
    return null;
  }
  return (
    [text, inFence(text)].find(form => readsBack(path, form, text)) ??
    inJson(text)
  );
}

function writeSection(key: HeadingKey, { direct, subs = [] }: Body): string[] {
  const below = subs.flatMap(([sub, written]) =>
    written ? [heading(sub, 3), written] : [],
  );
  const blocks = direct ? [direct, ...below] : below;
  return blocks.length > 0 ? [heading(key, 2), ...blocks] : [];
}

/** A section that is one text. */
function textSection(key: HeadingKey, text: string | null): string[] {
  return writeSection(key, { direct: writeText([key], text) });
}

/** Neighbors of the same kind, in the order of the rows. */
function runsOf<T, K extends HeadingKey>(
  rows: T[],
  kindOf: (row: T) => K,
): Array<[K, T[]]> {
  const runs: Array<[K, T[]]> = [];
  for (const row of rows) {
    const last = runs[runs.length - 1];
    if (last?.[0] === kindOf(row)) {
      last[1].push(row);
    } else {
      runs.push([kindOf(row), [row]]);
    }
  }
  return runs;
}

function rootCause({ rootCause: cause }: PostmortemContent): string[] {
  const text = (key: HeadingKey, value: string | null) =>
    [key, writeText(['rootCause', key], value)] as [HeadingKey, string | null];
  const { forms, read } = factorRows;
  return writeSection('rootCause', {
    subs: [
      text('trigger', cause.trigger?.description ?? null),
      text('technical', cause.technical),
      text('process', cause.process),
      text('humanFactors', cause.humanFactors),
      [
        'contributingFactors',
        writeItems(cause.contributingFactors, forms, read),
      ],
    ],
  });
}

function lessons({ lessons: rows }: PostmortemContent): string[] {
  const { forms, read } = lessonRows;
  return writeSection('lessons', {
    subs: runsOf(rows, ({ kind }) => kind).map(([kind, run]) => [
      kind,
      writeItems(
        run.map(({ text, audience }) => ({ text, audience })),
        forms,
        read,
      ),
    ]),
  });
}

function actionItems({ actionItems: rows }: PostmortemContent): string[] {
  return writeSection('actionItems', {
    subs: runsOf(rows, ({ term }) => term).map(([term, run]) => {
      const { forms, read } = actionRows(term);
      const contents = run.map(({ id, postmortemId, ...content }) => content);
      return [term, writeItems(contents, forms, read)];
    }),
  });
}

function timeline({ timeline: rows }: PostmortemContent): string[] {
  const timed = rows.map(({ at, kind, text, url }) => ({
    at,
    short: kind,
    text,
    url,
  }));
  return writeSection('timeline', {
    direct: writeTimed(timed, TIMELINE_HEADER),
  });
}

function communications({ communications: rows }: PostmortemContent): string[] {
  return writeSection('communication', {
    subs: runsOf(rows, ({ audience }) => audience).map(([audience, run]) => {
      const timed = run.map(({ sentAt, channel, text, url }) => ({
        at: sentAt,
        short: channel,
        text,
        url,
      }));
      return [audience, writeTimed(timed, COMMUNICATION_HEADER)];
    }),
  });
}

function followUp({ followUp: { outcome, documentation } }: PostmortemContent) {
  const { forms, read } = documentationRows;
  return writeSection('followUp', {
    subs: [
      ['outcome', writeText(['followUp', 'outcome'], outcome)],
      ['documentation', writeItems(documentation, forms, read)],
    ],
  });
}

/** Whether a heading of the document reads back as this title. */
function isHeading(title: string): boolean {
  const [text] = readings(`# ${title}\n\n## ${HEADINGS.summary}\n`);
  const read = outlineOf(text);
  return read.title === title && read.regions.length === 3;
}

/**
 * Writes a postmortem as markdown that `parsePostmortemMarkdown` reads back as
 * the same document: its typed facts as front matter, and what people wrote
 * below headings that are always the same.
 *
 * @public
 */
export function formatPostmortemMarkdown(
  postmortem: PostmortemContent & { status: PostmortemStatus },
): string {
  const { title, impact, links } = postmortem;
  const inHeading = isHeading(title);
  const blocks = [
    writeFrontMatter(postmortem, inHeading ? undefined : title),
    ...(inHeading ? [`# ${title}`] : []),
    ...textSection('summary', postmortem.summary),
    ...writeSection('impact', {
      direct: writeText(['impact'], impact.description),
      subs: [['business', writeText(['impact', 'business'], impact.business)]],
    }),
    ...textSection('detection', postmortem.detection.description),
    ...textSection('response', postmortem.response.description),
    ...textSection('resolution', postmortem.resolution.description),
    ...rootCause(postmortem),
    ...lessons(postmortem),
    ...timeline(postmortem),
    ...actionItems(postmortem),
    ...followUp(postmortem),
    ...communications(postmortem),
    ...textSection('externalText', postmortem.externalVersion?.text ?? null),
    ...writeSection('links', {
      direct: writeItems(links, linkRows.forms, linkRows.read),
    }),
    ...textSection('notes', postmortem.notes),
  ];
  return `${blocks.join('\n\n')}\n`;
}
