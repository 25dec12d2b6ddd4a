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
export { followThrough } from './followThroughReport';
export { patterns } from './patternsReport';
export { reportPeriods } from './reportFigures';
export { durations, reportHandlers, snapshot, trends } from './reports';
