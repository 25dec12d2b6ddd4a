export {
  actionItem,
  emptyOverview,
  lesson,
  NOW,
  overview,
  personalDuties,
  postmortem,
  summary,
  teamDuties,
} from './documents';
export { ana, checkout, payments } from './entities';
export { BASE_URL, errorAnswer, postmortemHandlers } from './handlers';
export { settings } from './settings';
export { renderWithBackend, testApis } from './renderWithBackend';
