export { EntitiesPicker } from './EntitiesPicker';
export { EntityCombobox } from './EntityCombobox';
export { EntityPicker } from './EntityPicker';
