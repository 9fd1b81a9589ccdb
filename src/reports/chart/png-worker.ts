import { parentPort, workerData } from 'node:worker_threads';
import { renderPng } from './render-png.ts';

/** Draws one picture in a thread of its own. */
parentPort?.postMessage(renderPng(String(workerData)));
