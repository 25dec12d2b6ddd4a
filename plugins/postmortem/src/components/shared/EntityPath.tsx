import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { VisuallyHidden } from '@backstage/ui';
import { Fragment } from 'react';

/** The way from one entity to another, each one linked. */
export function EntityPath({ path }: { path: readonly string[] }) {
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
