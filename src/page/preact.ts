/** The only module that names packages: the server replaces their names with paths. */
import htm from 'htm';
import { h } from 'preact';

export type { ComponentChildren } from 'preact';
export { render } from 'preact';
export {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'preact/hooks';

/**
 * Builds elements without a build step: html`<p>${text}</p>`. Every value is inserted as text,
 * never as markup.
 */
export const html = htm.bind(h);
/** The element that a component returns. */
export type View = ReturnType<typeof html>;
