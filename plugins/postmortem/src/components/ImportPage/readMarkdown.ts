/** The largest document that the backend takes, in bytes. */
const MAX_BYTES = 1024 * 1024;

// What no text has, but pictures, archives and programs do.
// eslint-disable-next-line no-control-regex
const BINARY = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/;

/** The text of a file, or why it cannot be imported and what to do. */
export type ReadResult = { markdown: string } | { problem: string };

function decode(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Reads a document's text. What the backend would refuse is said here, before
 * anything is sent.
 */
export async function readMarkdown(document: Blob): Promise<ReadResult> {
  if (document.size > MAX_BYTES) {
    return {
      problem:
        'It is larger than 1 MiB. Split it, or link to long logs instead of pasting them.',
    };
  }
  let bytes: ArrayBuffer;
  try {
    bytes = await document.arrayBuffer();
  } catch {
    // A folder, or a file that was moved or changed after it was chosen.
    return {
      problem: 'It could not be read. Choose the file, not its folder.',
    };
  }
  const text = decode(bytes);
  if (text === undefined) {
    // Pictures and archives are rarely UTF-8 either.
    return {
      problem: new Uint8Array(bytes).includes(0)
        ? 'It is a binary file. Choose a markdown document.'
        : 'It is not UTF-8 text. Save it as UTF-8, then choose it again.',
    };
  }
  if (BINARY.test(text)) {
    return { problem: 'It is a binary file. Choose a markdown document.' };
  }
  if (text.trim() === '') {
    return { problem: 'It is empty.' };
  }
  return { markdown: text };
}
