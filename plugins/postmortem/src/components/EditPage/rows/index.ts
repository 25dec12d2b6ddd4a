export { QuickAdd } from './QuickAdd';
export { RowField } from './RowField';
export { RowList } from './RowList';
export { RowText } from './RowText';
export { useRows, type Rows } from './useRows';
