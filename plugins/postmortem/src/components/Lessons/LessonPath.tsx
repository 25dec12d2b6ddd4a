import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { VisuallyHidden } from '@backstage/ui';
import { Fragment } from 'react';

/** The way from what a reader looks at to where a lesson comes from. */
export function LessonPath({ path }: { path: readonly string[] }) {
  return (
    <>
      {path.map((ref, index) => (
        <Fragment key={ref}>
          {index > 0 && (
            <>
              <span aria-hidden> → </span>
              <VisuallyHidden> leads to </VisuallyHidden>
            </>
          )}
          <EntityRefLink entityRef={ref} hideIcon />
        </Fragment>
      ))}
    </>
  );
}
