export { permissionModuleDemoPolicy } from './module';
