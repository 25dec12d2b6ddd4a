export { EntitiesPicker } from './EntitiesPicker';
export { EntityPicker } from './EntityPicker';
