/**
 * Postmortems for portals on the new front-end system: the default export is
 * the plugin.
 *
 * @packageDocumentation
 */
export { default } from './plugin';
