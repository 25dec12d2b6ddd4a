// Chromium, and pages in it that are signed in.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const resultsFolder = fileURLToPath(
  new URL('../results', import.meta.url),
);

/** The people whom the demo's sign-in page offers, by what they are. */
export const PEOPLE = {
  onCall: { ref: 'user:default/dele.adeyemi', name: 'Dele Adeyemi' },
  lead: { ref: 'user:default/ana.castellanos', name: 'Ana Castellanos' },
  director: { ref: 'user:default/ingrid.falk', name: 'Ingrid Falk' },
  platform: { ref: 'user:default/bea.kowalska', name: 'Bea Kowalska' },
  otherTeam: { ref: 'user:default/noor.haddad', name: 'Noor Haddad' },
};

/** Starts the browser; without it no test can run. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/**
 * A context of its own, as if on another machine.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {{ baseUrl: string, person?: string, theme?: 'light' | 'dark',
 *   width?: number, height?: number }} options person: the ref of whoever is
 *   signed in already; nobody when left out
 */
export async function openContext(browser, options) {
  const {
    baseUrl,
    person,
    theme = 'light',
    width = 1400,
    height = 1000,
  } = options;
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: { width, height },
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(20_000);
  await context.addInitScript(
    ([chosen, themeId]) => {
      if (chosen) {
        window.sessionStorage.setItem('demo.person', chosen);
      }
      window.localStorage.setItem('theme', themeId);
    },
    [person, theme],
  );
  return context;
}

/**
 * A page in a context of its own.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {Parameters<typeof openContext>[1]} options
 */
export async function openNewPage(browser, options) {
  const context = await openContext(browser, options);
  return context.newPage();
}

/** Keeps what a page looks like under e2e/results. */
export async function screenshot(page, name) {
  await mkdir(resultsFolder, { recursive: true });
  await page.screenshot({
    path: join(resultsFolder, `${name}.png`),
    fullPage: true,
    animations: 'disabled',
  });
}
