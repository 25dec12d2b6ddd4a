import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import {
  MY_ACTION_ITEMS,
  PAST_INCIDENTS,
  RECENT_LESSONS,
} from '../homeWidgets';

export const myActionItemsWidget = HomePageWidgetBlueprint.make({
  name: 'my-action-items',
  params: {
    ...MY_ACTION_ITEMS,
    name: 'PostmortemMyActionItems',
    components: () =>
      import('../components/HomeWidgets').then(m => ({
        Content: m.MyActionItems,
      })),
  },
});

export const pastIncidentsWidget = HomePageWidgetBlueprint.make({
  name: 'past-incidents',
  params: {
    ...PAST_INCIDENTS,
    name: 'PostmortemPastIncidents',
    components: () =>
      import('../components/HomeWidgets').then(m => ({
        Content: m.PastIncidents,
      })),
  },
});

export const recentLessonsWidget = HomePageWidgetBlueprint.make({
  name: 'recent-lessons',
  params: {
    ...RECENT_LESSONS,
    name: 'PostmortemRecentLessons',
    components: () =>
      import('../components/HomeWidgets').then(m => ({
        Content: m.RecentLessons,
      })),
  },
});
