import { parse as parseToml } from 'smol-toml';
import { isMap, isScalar, parseDocument } from 'yaml';
import type { ImportContext } from './context';
import { readDateLabel, readFact } from './facts';
import { MAX_ROWS } from './limits';
import { sameWords } from '../words/sameWords';

/** One field of a front matter, and its text in the source. */
type Field = { name: string; value: unknown; raw: string };

function yamlFields(text: string): Field[] | null {
  const document = parseDocument(text, { logLevel: 'silent' });
  const { contents } = document;
  if (document.errors.length > 0 || !isMap(contents)) {
    return null;
  }
  const starts = contents.items.map(({ key }) =>
    isScalar(key) && key.range ? key.range[0] : -1,
  );
  if (starts.includes(-1)) {
    return null;
  }
  return contents.items.map(({ key, value }, at) => ({
    name: String(isScalar(key) ? key.value : key),
    value: isScalar(value) ? value.value : document.toJS()[String(key)],
    raw: text.slice(at === 0 ? 0 : starts[at], starts[at + 1] ?? text.length),
  }));
}

function tomlFields(text: string): Field[] | null {
  try {
    return Object.entries(parseToml(text)).map(([name, value]) => ({
      name,
      value: value instanceof Date ? value.toISOString() : value,
      raw: '',
    }));
  } catch {
    // Read line by line instead, like any front matter that is not sound.
    return null;
  }
}

/** `name: value` or `name = "value"`, where nothing better can be had. */
function lineFields(text: string): Field[] {
  return text.split('\n').flatMap(line => {
    const match = line.match(/^\s*["']?([\w -]{1,60}?)["']?\s*[:=]\s*(\S.*)$/);
    const value = match?.[2].trim().replace(/^(["'])(.*)\1$/, '$2');
    return match ? [{ name: match[1], value, raw: '' }] : [];
  });
}

function listOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap(each =>
    typeof each === 'string' || typeof each === 'number' ? [String(each)] : [],
  );
}

/** What a front matter says beside the facts that it states. */
export type ForeignFrontMatter = {
  title: string | null;
  summary: string | null;
  tags: string[];
  /** The source without the fields whose words are elsewhere. */
  without(taken: string[]): string;
};

function textField(fields: Field[], name: string): string | null {
  const value = fields.find(field => field.name.toLowerCase() === name)?.value;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function tagsOf(fields: Field[]): string[] {
  const tags = listOf(fields.find(({ name }) => name === 'tags')?.value);
  const fit = tags.every(tag => tag.trim() !== '' && tag.length <= 100);
  return fit && tags.length <= MAX_ROWS.tags ? tags : [];
}

/**
 * Reads the front matter of another template. The facts that it states are
 * noted; its words stay in the notes, but for what a field repeats.
 */
export function readFrontMatter(
  ctx: ImportContext,
  node: { type: string; value: string },
): ForeignFrontMatter {
  const wellFormed = (node.type === 'yaml' ? yamlFields : tomlFields)(
    node.value,
  );
  if (!wellFormed) {
    ctx.warn('The front matter is not well-formed; it is in the notes.');
  }
  const fields = wellFormed ?? lineFields(node.value);
  const facts = fields.flatMap(({ name, value }) =>
    typeof value === 'string' || typeof value === 'number'
      ? [{ label: name, value: String(value) }]
      : [],
  );
  facts.forEach(({ label, value }) => readDateLabel(ctx, label, value));
  facts.forEach(({ label, value }) => readFact(ctx, label, value));
  return {
    title: textField(fields, 'title'),
    summary: textField(fields, 'summary'),
    tags: tagsOf(fields),
    without: taken => {
      const kept = fields.filter(({ name, value, raw }) => {
        const said = `${name} ${listOf(value).join(' ')}`;
        return !taken.includes(name.toLowerCase()) || !sameWords(raw, said);
      });
      const whole = kept.length === fields.length || fields[0]?.raw === '';
      return whole ? node.value : kept.map(({ raw }) => raw).join('');
    },
  };
}

/** Whether the notes need not repeat a field that became a part. */
export function isRepeated(front: ForeignFrontMatter, name: string): boolean {
  return front.without([name]) !== front.without([]);
}
