import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';

const fontFiles = ['400Regular/BeVietnamPro_400Regular.ttf', '700Bold/BeVietnamPro_700Bold.ttf'].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/be-vietnam-pro/${file}`)),
);
const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Be Vietnam Pro' };

/**
 * Renders a picture as PNG, with the typeface of the program only. It does not return before it is
 * done: it belongs into a thread that answers no chats. Throws when it cannot be drawn.
 */
export function renderPng(svg: string): Uint8Array {
  return new Uint8Array(new Resvg(svg, { font }).render().asPng());
}
