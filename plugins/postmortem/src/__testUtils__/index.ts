export { actionItem, lesson, NOW, postmortem, summary } from './documents';
export { ana, checkout, payments } from './entities';
export { BASE_URL, errorAnswer, postmortemHandlers } from './handlers';
export { settings } from './settings';
export {
  emptyOverview,
  overview,
  personalDuties,
  teamDuties,
} from './overviews';
export { renderWithBackend, testApis } from './renderWithBackend';
export {
  durations,
  followThrough,
  patterns,
  reportHandlers,
  reportPeriods,
  snapshot,
  trends,
} from './reports';
