import { z } from 'zod';
import { type WebPerson, type WebPersonOptions, webPerson } from './web-person.ts';

const answer = z.object({ chatId: z.number() });

/** A person signed in on one device, by HTTP alone. */
export interface SignedIn {
  chatId: number;
  /** To be sent with every request. */
  headers: { cookie: string };
}

/** Posts a code as the page does. */
export function postCode(url: string, code: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}/api/sign-in`, {
    method: 'POST',
    body: JSON.stringify({ code }),
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** Signs in; throws with the server's sentence when it refuses. */
export async function signIn(
  url: string,
  code: string,
  headers: Record<string, string> = {},
): Promise<SignedIn> {
  const response = await postCode(url, code, headers);
  const body = await response.text();
  if (!response.ok) throw new Error(`signing in: ${response.status} ${body}`);
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return { chatId: answer.parse(JSON.parse(body)).chatId, headers: { cookie } };
}

/** A person at the page on a device that is signed in. */
export interface SignedInPerson extends WebPerson {
  /** Signs out on this device and closes the page. */
  signsOut(): Promise<void>;
}

/** A person who signs in with this code on their own device, and stays at its page. */
export async function signedInPerson(
  url: string,
  name: string,
  code: string,
  options: Pick<WebPersonOptions, 'phone' | 'twice' | 'settled' | 'patience' | 'pressesAgain'> = {},
): Promise<SignedInPerson> {
  const { chatId, headers } = await signIn(url, code);
  const person = webPerson({ ...options, url, chatId, name, headers });
  return {
    ...person,
    async signsOut() {
      const response = await fetch(`${url}/api/sign-out`, {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'application/json', ...headers },
      });
      if (!response.ok) throw new Error(`signing out: ${response.status}`);
      await person.leaves();
    },
  };
}
