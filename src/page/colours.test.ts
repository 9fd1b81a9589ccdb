import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(`${import.meta.dirname}/colours.css`, 'utf8');
const [light = '', dark = ''] = [...css.matchAll(/:root \{([^}]*)\}/g)].map((match) => match[1] ?? '');
const coloursOf = (block: string) =>
  new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]));
const schemes = { light: coloursOf(light), dark: coloursOf(dark) };

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const pairs = [
  ['ink', 'ground'],
  ['ink', 'panel'],
  ['ink', 'bot'],
  ['ink', 'own'],
  ['ink', 'soft'],
  ['quiet', 'ground'],
  ['quiet', 'panel'],
  ['quiet', 'bot'],
  ['quiet', 'soft'],
  ['accent', 'panel'],
  ['accent', 'bot'],
  ['accent', 'own'],
  ['accent', 'soft'],
  ['on-accent', 'accent'],
  ['on-alarm', 'alarm'],
  ['alarm', 'own'],
  ['alarm', 'panel'],
  ['good', 'own'],
  ['good', 'panel'],
] as const;

test.each(
  (['light', 'dark'] as const).flatMap((scheme) => pairs.map(([text, ground]) => ({ scheme, text, ground }))),
)('$scheme: $text on $ground can be read (4.5:1)', ({ scheme, text, ground }) => {
  const colours = schemes[scheme];
  expect(contrast(colours.get(text) ?? '', colours.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5);
});
