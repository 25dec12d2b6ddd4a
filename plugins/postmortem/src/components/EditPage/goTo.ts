/** Brings something into view and gives it the focus. */
export function goTo(element: Element | null): void {
  if (element instanceof HTMLElement) {
    element.scrollIntoView({ block: 'center' });
    element.focus({ preventScroll: true });
  }
}
