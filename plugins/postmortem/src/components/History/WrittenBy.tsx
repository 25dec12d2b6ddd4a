import { Text } from '@backstage/ui';
import type { Postmortem } from 'backstage-plugin-postmortem-common';
import { Author, Time } from '../shared';

/** Who wrote a version, and when. */
export function WrittenBy({ postmortem }: { postmortem: Postmortem }) {
  return (
    <Text as="p" color="secondary" style={{ margin: 0 }}>
      {'Written by '}
      <Author author={postmortem.updatedBy} />
      {', '}
      <Time at={postmortem.updatedAt} as="moment" />
    </Text>
  );
}
