/**
 * Returns the invitation code of a link such as `…/#/K7Q2-9M4D`. It is after the #, so no server or
 * proxy logs it.
 */
export function readCodeInAddress(): string | undefined {
  const code = /^#\/(?=.*[A-Z])([0-9A-Z]{4}-?[0-9A-Z]{4})$/i.exec(location.hash)?.[1];
  return code?.toUpperCase();
}

/** Removes the code from the address: it works once, and "back" should not show it. */
export function removeCodeInAddress(): void {
  history.replaceState(null, '', location.pathname + location.search);
}
