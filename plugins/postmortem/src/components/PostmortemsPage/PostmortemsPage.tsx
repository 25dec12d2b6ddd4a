import { PageWithHeader } from '@backstage/core-components';
import { PostmortemsRouter } from './PostmortemsRouter';

/** All pages of the plugin, under the header of the legacy front-end system. */
export function PostmortemsPage() {
  return (
    <PageWithHeader title="Postmortems" themeId="tool">
      <PostmortemsRouter />
    </PageWithHeader>
  );
}
