export { ConflictPanel, conflictId } from './ConflictPanel';
