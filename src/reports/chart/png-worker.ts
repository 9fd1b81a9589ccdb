import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';

const fontFiles = ['400Regular/BeVietnamPro_400Regular.ttf', '700Bold/BeVietnamPro_700Bold.ttf'].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/be-vietnam-pro/${file}`)),
);
const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Be Vietnam Pro' };

/** Draws one picture in a thread of its own, with the typeface of the program only. */
parentPort?.postMessage(new Uint8Array(new Resvg(String(workerData), { font }).render().asPng()));
