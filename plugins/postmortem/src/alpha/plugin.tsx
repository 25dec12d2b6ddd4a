import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiFileSearchLine } from '@remixicon/react';
import {
  entityContentRouteRef,
  entityTabRouteRef,
  rootRouteRef,
} from '../routes';
import {
  entityPostmortemsCard,
  entityPostmortemsContent,
  postmortemApi,
  postmortemsPage,
} from './extensions';
import {
  myActionItemsWidget,
  pastIncidentsWidget,
  recentLessonsWidget,
} from './home';
import {
  actionItemResultType,
  lessonResultType,
  postmortemResultType,
  postmortemSearchResult,
} from './search';

/**
 * The plugin for the new front-end system.
 *
 * @alpha
 */
export default createFrontendPlugin({
  pluginId: 'postmortem',
  title: 'Postmortems',
  icon: <RiFileSearchLine />,
  info: { packageJson: () => import('../../package.json') },
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { entityTab: entityTabRouteRef },
  extensions: [
    postmortemApi,
    postmortemsPage,
    entityPostmortemsContent,
    entityPostmortemsCard,
    myActionItemsWidget,
    pastIncidentsWidget,
    recentLessonsWidget,
    postmortemSearchResult,
    postmortemResultType,
    lessonResultType,
    actionItemResultType,
  ],
});
