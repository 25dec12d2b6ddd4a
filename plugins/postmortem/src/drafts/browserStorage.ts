/**
 * The storage of this browser that outlives a page; null where the browser
 * does not allow it.
 */
export function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    // Reading the property throws when storage is blocked for the site.
    return null;
  }
}
