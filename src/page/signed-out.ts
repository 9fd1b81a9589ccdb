const noticeName = 'session-over';
let asked = false;

/**
 * The person is signing out here: the stream may say that it is over before the answer to that
 * comes.
 */
export function signingOut(yes: boolean): void {
  asked = yes;
}

/**
 * The session is over: whoever sits down here next finds nothing of it, neither half-written
 * messages nor what waited to be sent. The chosen language stays. The page opens anew, to sign in.
 */
export function signedOut(): void {
  const chosen = localStorage.getItem('lang');
  localStorage.clear();
  if (chosen) localStorage.setItem('lang', chosen);
  if (!asked) sessionStorage.setItem(noticeName, 'yes');
  location.reload();
}

/** Whether the session ended without the person having asked for it here; told once. */
export function wasEndedElsewhere(): boolean {
  const told = sessionStorage.getItem(noticeName) !== null;
  sessionStorage.removeItem(noticeName);
  return told;
}
