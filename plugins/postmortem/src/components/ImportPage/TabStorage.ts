import { z } from 'zod';

const PREFIX = 'postmortem.import.';

const listSchema = z.array(z.string());

/**
 * Texts that outlive the page, but not the browser's tab. The browser may
 * block storage, and it may be full: nothing here throws for that.
 */
export class TabStorage {
  read(name: string): string | null {
    try {
      return window.sessionStorage.getItem(`${PREFIX}${name}`);
    } catch {
      // Blocked for this site: nothing was ever kept.
      return null;
    }
  }

  readList(name: string): string[] {
    try {
      return listSchema.parse(JSON.parse(this.read(name) ?? '[]'));
    } catch {
      // Not written by this page: there is nothing to bring back.
      return [];
    }
  }

  /** @returns whether it is kept */
  write(name: string, value: string | string[]): boolean {
    try {
      window.sessionStorage.setItem(
        `${PREFIX}${name}`,
        typeof value === 'string' ? value : JSON.stringify(value),
      );
      return true;
    } catch {
      // The caller tells: the text is still on the page.
      return false;
    }
  }
}
