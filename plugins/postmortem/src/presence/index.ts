export { PeopleAtPart, PresentPeople } from './People';
export { PresenceProvider } from './PresenceContext';
