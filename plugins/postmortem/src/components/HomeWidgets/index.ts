export { MyActionItems } from './MyActionItems';
export { PastIncidents } from './PastIncidents';
export { RecentLessons } from './RecentLessons';
