import { Progress } from '@backstage/core-components';
import { lazy, Suspense } from 'react';
import {
  actionItemsRouteRef,
  editRouteRef,
  importRouteRef,
  needsOwnerRouteRef,
  newRouteRef,
  postmortemRouteRef,
  reportsRouteRef,
  snapshotRouteRef,
  teamRouteRef,
} from '../../routes';
import { Route, Routes } from '../../routing';

// Each page is a bundle of its own: a reader never loads the editor.
const ListPage = lazy(() =>
  import('../ListPage').then(m => ({ default: m.ListPage })),
);
const PostmortemPage = lazy(() =>
  import('../PostmortemPage').then(m => ({ default: m.PostmortemPage })),
);
const EditPage = lazy(() =>
  import('../EditPage').then(m => ({ default: m.EditPage })),
);
const NewPage = lazy(() =>
  import('../NewPage').then(m => ({ default: m.NewPage })),
);
const ImportPage = lazy(() =>
  import('../ImportPage').then(m => ({ default: m.ImportPage })),
);

const ActionItemsPage = lazy(() =>
  import('../ActionItemsPage').then(m => ({ default: m.ActionItemsPage })),
);
const TeamPage = lazy(() =>
  import('../TeamPage').then(m => ({ default: m.TeamPage })),
);
const NeedsOwnerPage = lazy(() =>
  import('../NeedsOwnerPage').then(m => ({ default: m.NeedsOwnerPage })),
);
// The charts come with them alone.
const ReportsPage = lazy(() =>
  import('../Reports').then(m => ({ default: m.ReportsPage })),
);
const SnapshotPage = lazy(() =>
  import('../Reports').then(m => ({ default: m.SnapshotPage })),
);

/** The pages below `/postmortems`. */
export function PostmortemsRouter() {
  return (
    <Suspense fallback={<Progress />}>
      <Routes>
        <Route path="/" element={<ListPage />} />
        <Route path={newRouteRef.path} element={<NewPage />} />
        <Route path={importRouteRef.path} element={<ImportPage />} />
        <Route path={actionItemsRouteRef.path} element={<ActionItemsPage />} />
        <Route path={needsOwnerRouteRef.path} element={<NeedsOwnerPage />} />
        <Route path={teamRouteRef.path} element={<TeamPage />} />
        <Route path={reportsRouteRef.path} element={<ReportsPage />} />
        <Route path={snapshotRouteRef.path} element={<SnapshotPage />} />
        <Route path={postmortemRouteRef.path} element={<PostmortemPage />} />
        <Route path={editRouteRef.path} element={<EditPage />} />
      </Routes>
    </Suspense>
  );
}
