import { isIP } from 'node:net';

/** Tells whether `text` is an IP address or a host name. */
export function isHost(text: string): boolean {
  return (
    isIP(text) !== 0 || (/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(text) && !/^[\d.]+$/.test(text))
  );
}
