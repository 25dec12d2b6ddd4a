import type { PostmortemContent } from '../schema';
import { POSTMORTEM_FIELDS } from './postmortemShape';
import type { Row } from './shape';

/** What people write of a postmortem, without what the server keeps. */
export function contentOf(postmortem: PostmortemContent): Row {
  const document = postmortem as unknown as Row;
  return Object.fromEntries(
    Object.keys(POSTMORTEM_FIELDS).map(name => [name, document[name]]),
  );
}
