import { createContext } from 'react';

/**
 * The level that the headings within a text begin at, below those of the page
 * around it.
 */
export const HeadingLevel = createContext(4);
