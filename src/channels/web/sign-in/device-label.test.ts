import { expect, test } from 'vitest';
import { describeDevice } from './device-label.ts';

const gecko = 'Mozilla/5.0';
const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

test.each([
  [`${gecko} (Windows NT 10.0; Win64; x64) ${webkit} Chrome/142.0.0.0 Safari/537.36`, 'Chrome · Windows'],
  [
    `${gecko} (Windows NT 10.0; Win64; x64) ${webkit} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`,
    'Edge · Windows',
  ],
  [
    `${gecko} (Windows NT 10.0) ${webkit} coc_coc_browser/130.0 Chrome/124.0 Safari/537.36`,
    'Cốc Cốc · Windows',
  ],
  [
    `${gecko} (Linux; Android 14; SM-A155F) ${webkit} SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36`,
    'Samsung Internet · Android',
  ],
  [
    `${gecko} (Linux; Android 13) ${webkit} Version/4.0 Chrome/120.0 Mobile Safari/537.36 Zalo android/24100691`,
    'Zalo · Android',
  ],
  [
    `${gecko} (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1`,
    'Safari · iPhone',
  ],
  [
    `${gecko} (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1`,
    'Chrome · iPhone',
  ],
  [`${gecko} (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0`, 'Firefox · Linux'],
  ['curl/8.5.0', 'Web'],
  ['', 'Web'],
  [undefined, 'Web'],
])('%s is %s', (agent, label) => expect(describeDevice(agent)).toBe(label));
