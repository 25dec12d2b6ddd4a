export { EntitiesPicker } from './EntitiesPicker';
export { EntityCombobox } from './EntityCombobox';
export { EntityPicker } from './EntityPicker';
export { findEntities, useTitleOf, type EntityOption } from './useEntitySearch';
