import { isMap, isScalar, parseDocument, visit } from 'yaml';
import { FORMAT } from '../format/headings';
import { wordsOf } from './wordsOf';

/** The words of a markdown text, by what they are there. */
export type SourceWords = {
  words: string[];
  /** What marks up the text: list numbers, the check in a check box. */
  syntax: string[];
  /**
   * Words of what may have to be repeated for every part that uses it: the
   * headings of a table's columns, and link definitions.
   */
  repeatable: string[];
  isOwnFormat: boolean;
};

/** What begins a line: quotes, bullets, numbers and a check box. */
const MARKERS =
  /^(?:[ \t]*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s|$)))*(?:[ \t]*\[[ xX]\](?=\s))?/;

const DEFINITION = /^ {0,3}\[(\^?)[^\]]+\]:/;
const DELIMITER_ROW = /^[|:\- \t>]*-[|:\- \t]*$/;
const FRONT_MATTER = /^---\n([\s\S]*?)\n---(?:\n|$)/;

/** The words of each key and value of a YAML map, without its escapes. */
function yamlWords(yaml: string): string[] | undefined {
  const document = parseDocument(yaml, { logLevel: 'silent' });
  if (document.errors.length > 0 || !isMap(document.contents)) {
    return undefined;
  }
  const words: string[] = [];
  visit(document, {
    Scalar: (_, node) => {
      words.push(...wordsOf(String(isScalar(node) ? node.value : '')));
    },
  });
  return words;
}

/** The words of each name and text in a JSON value, without its escapes. */
function jsonWords(json: string): string[] | undefined {
  const words: string[] = [];
  try {
    JSON.parse(json, (name, value) => {
      words.push(...wordsOf(name));
      if (typeof value === 'string' || typeof value === 'number') {
        words.push(...wordsOf(String(value)));
      }
      return value;
    });
  } catch {
    // No JSON: a line of text like any other.
    return undefined;
  }
  return words;
}

type Definition = 'link' | 'footnote' | null;

/** The definition that a line begins, or goes on with. */
function definitionAt(
  line: string,
  above: string,
  before: Definition,
): Definition {
  const begins = DEFINITION.exec(line);
  if (begins) {
    return begins[1] ? 'footnote' : 'link';
  }
  if (line.trim() === '') {
    return before === 'footnote' ? before : null;
  }
  // Paragraphs of a footnote but the first are indented.
  return above.trim() === '' && !/^[ \t]/.test(line) ? null : before;
}

/** Divides the words of a markdown text into what is said and what is syntax. */
export function sourceWords(text: string): SourceWords {
  const found: SourceWords = {
    words: [],
    syntax: [],
    repeatable: [],
    isOwnFormat: false,
  };
  const add = (list: string[], words: string[]) =>
    words.forEach(word => list.push(word));
  const yaml = FRONT_MATTER.exec(text);
  found.isOwnFormat =
    yaml?.[1].split('\n').includes(`format: ${FORMAT}`) ?? false;
  let rest = text;
  if (yaml && found.isOwnFormat) {
    add(found.words, yamlWords(yaml[1]) ?? wordsOf(yaml[1]));
    rest = text.slice(yaml[0].length);
  }
  let above = '';
  let definition: Definition = null;
  for (const line of rest.split('\n')) {
    const marker = MARKERS.exec(line)![0];
    const json =
      found.isOwnFormat && above.endsWith('```json verbatim')
        ? jsonWords(line)
        : undefined;
    add(found.syntax, wordsOf(marker));
    add(found.words, json ?? wordsOf(line.slice(marker.length)));
    definition = definitionAt(line, above, definition);
    if (definition) {
      add(found.repeatable, wordsOf(line));
    } else if (line.includes('|') && DELIMITER_ROW.test(line)) {
      add(found.repeatable, wordsOf(above));
    }
    above = line;
  }
  return found;
}
