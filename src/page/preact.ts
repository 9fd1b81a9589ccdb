/** The only module that names packages: the server turns their names into paths. */
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

/** JSX without a build step: html`<p>${text}</p>`. Everything put in is text, never markup. */
export const html = htm.bind(h);
export type View = ReturnType<typeof html>;
