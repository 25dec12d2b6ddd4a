/** `@[Ana Ruiz](user:default/ana.ruiz)` */
const MENTION = /@\[([^\]\n]+)\]\(((?:user|group):[^\s()/:]+\/[^\s()/:]+)\)/gi;

/** The markdown that mentions a person or a team. */
export function mentionOf(name: string, entityRef: string): string {
  return `@[${name.replace(/[[\]\n]/g, '')}](${entityRef})`;
}

/**
 * The same markdown, with each mention as a link that leads somewhere.
 *
 * @param addressOf - gives the address of a person's or a team's page
 */
export function linkMentions(
  markdown: string,
  addressOf: (entityRef: string) => string,
): string {
  return markdown.replace(
    MENTION,
    (_, name, entityRef) => `[@${name}](${addressOf(entityRef)})`,
  );
}
