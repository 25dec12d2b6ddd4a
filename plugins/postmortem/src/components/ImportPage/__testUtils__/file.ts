/** A file whose bytes can be read; those of jsdom have no `arrayBuffer`. */
export function file(content: string | number[], name: string): File {
  const bytes =
    typeof content === 'string'
      ? new TextEncoder().encode(content)
      : new Uint8Array(content);
  return Object.assign(new File([bytes], name), {
    arrayBuffer: async () => bytes.buffer,
  });
}
