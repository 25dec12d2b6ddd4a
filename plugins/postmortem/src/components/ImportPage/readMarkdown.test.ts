import { readMarkdown } from './readMarkdown';

const problemOf = async (...parts: BlobPart[]) =>
  (await readMarkdown(new Blob(parts))) as { problem: string };

describe('readMarkdown', () => {
  it('gives the text, without the byte order mark of some editors', async () => {
    await expect(
      readMarkdown(new Blob(['\uFEFF# Ausfall der Übertragung\r\n'])),
    ).resolves.toEqual({ markdown: '# Ausfall der Übertragung\r\n' });
  });

  it('takes exactly 1 MiB, and no byte more', async () => {
    const text = 'x'.repeat(1024 * 1024);

    await expect(readMarkdown(new Blob([text]))).resolves.toEqual({
      markdown: text,
    });
    await expect(problemOf(text, 'x')).resolves.toMatchObject({
      problem: expect.stringContaining('larger than 1 MiB'),
    });
  });

  it.each([
    ['a broken UTF-8 sequence', [new Uint8Array([0x23, 0x20, 0xc3, 0x28])]],
    ['Latin-1', [new Uint8Array([0x66, 0xfc, 0x72])]],
  ])('says that %s is not UTF-8', async (_, parts) => {
    await expect(problemOf(...parts)).resolves.toMatchObject({
      problem: expect.stringContaining('not UTF-8'),
    });
  });

  it.each([
    ['a picture', [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0, 0, 0])]],
    ['a program of ASCII bytes', [new Uint8Array([0x41, 0, 0, 0x42])]],
  ])('tells %s from text', async (_, parts) => {
    await expect(problemOf(...parts)).resolves.toMatchObject({
      problem: expect.stringContaining('binary'),
    });
  });

  it('says that there is nothing in it', async () => {
    await expect(problemOf(' \n\t\n')).resolves.toEqual({
      problem: 'It is empty.',
    });
  });

  it('says that it could not be read, as with a folder', async () => {
    const folder = new File([], 'postmortems');
    folder.arrayBuffer = () => Promise.reject(new Error('NotFoundError'));

    await expect(readMarkdown(folder)).resolves.toMatchObject({
      problem: expect.stringContaining('could not be read'),
    });
  });
});
