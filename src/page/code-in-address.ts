/**
 * The invitation code of a link such as `…/#/K7Q2-9M4D`: after the #, so that no server on the way
 * writes it down.
 */
export function codeInAddress(): string | undefined {
  const code = /^#\/(?=.*[A-Z])([0-9A-Z]{4}-?[0-9A-Z]{4})$/i.exec(location.hash)?.[1];
  return code?.toUpperCase();
}

/** Takes the code out of the address: it works once, and "back" should not show it. */
export function forgetCodeInAddress(): void {
  history.replaceState(null, '', location.pathname + location.search);
}
