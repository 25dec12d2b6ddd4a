const FORMAT = new Intl.NumberFormat('en');

/** A number of things: `1 incident`, `1,204 incidents`. */
export function count(
  number: number,
  singular: string,
  plural: string = `${singular}s`,
): string {
  return `${FORMAT.format(number)} ${number === 1 ? singular : plural}`;
}
