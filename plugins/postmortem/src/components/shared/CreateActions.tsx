import { usePermission } from '@backstage/plugin-permission-react';
import { ButtonLink } from '@backstage/ui';
import { RiAddLine, RiUpload2Line } from '@remixicon/react';
import { postmortemCreatePermission } from 'backstage-plugin-postmortem-common';
import { type Involved, usePostmortemLinks } from '../../links';

/**
 * The ways to add a postmortem, for those who may: write a new one or import
 * documents.
 */
export function CreateActions({ involved }: { involved?: Involved }) {
  const links = usePostmortemLinks();
  const { allowed } = usePermission({ permission: postmortemCreatePermission });
  if (!allowed) {
    return null;
  }
  return (
    <>
      <ButtonLink
        href={links.import(involved)}
        variant="secondary"
        iconStart={<RiUpload2Line aria-hidden />}
      >
        Import
      </ButtonLink>
      <NewPostmortem involved={involved} />
    </>
  );
}

/** Leads to a new postmortem; shown to those who may write one. */
export function NewPostmortem(props: {
  involved?: Involved;
  size?: 'small' | 'medium';
}) {
  const { involved, size } = props;
  const links = usePostmortemLinks();
  const { allowed } = usePermission({ permission: postmortemCreatePermission });
  if (!allowed) {
    return null;
  }
  return (
    <ButtonLink
      href={links.create(involved)}
      size={size}
      iconStart={<RiAddLine aria-hidden />}
    >
      New postmortem
    </ButtonLink>
  );
}
