import { decodeNamedCharacterReference } from 'decode-named-character-reference';

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,30}));/gi;

/** A point in time in ISO 8601, whose parts are words of their own. */
const ISO_TIME =
  /\b(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?/g;

function decoded(text: string): string {
  return text.replace(REFERENCE, (whole, decimal, hexadecimal, name) => {
    if (name) {
      return decodeNamedCharacterReference(name) || whole;
    }
    const code = decimal ? Number(decimal) : parseInt(hexadecimal, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/**
 * The words of a text, in its order: runs of letters and digits, whatever
 * their case, without the marks of markdown around them.
 */
export function wordsOf(text: string): string[] {
  const plain = decoded(text)
    .replace(ISO_TIME, ' $1 $2 $3 ')
    .normalize('NFC')
    .toLocaleLowerCase('en-US');
  return plain.match(WORD) ?? [];
}
