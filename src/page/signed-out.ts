const noticeName = 'session-over';
let asked = false;

/**
 * Records that the person is signing out here: the stream may end before the answer to the request.
 */
export function markSigningOut(yes: boolean): void {
  asked = yes;
}

/**
 * Clears the page after a session has ended, and loads it again for the next sign-in. Unsent and
 * half-written messages are removed, so that the next person at this computer finds none. The
 * chosen language stays.
 */
export function clearAfterSignOut(): void {
  const chosen = localStorage.getItem('lang');
  localStorage.clear();
  if (chosen) localStorage.setItem('lang', chosen);
  if (!asked) sessionStorage.setItem(noticeName, 'yes');
  location.reload();
}

/** Tells, once, whether the session ended without a request by the person here. */
export function wasEndedElsewhere(): boolean {
  const told = sessionStorage.getItem(noticeName) !== null;
  sessionStorage.removeItem(noticeName);
  return told;
}
