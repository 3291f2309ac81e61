import { html, render } from 'lit';
import type { TemplateResult } from 'lit';

const RING = 'M2 8a6 6 0 0 0 12 0 6 6 0 0 0-12 0';

/** Marks and icons on a grid of 16, each one line to be drawn. They carry no name of their own: the words beside them do. */
const LINES = {
  // states
  clock: `${RING}M8 4.5V8l2.5 1.5`,
  stack: 'M3 4.5h10M3 8h10M3 11.5h10',
  branch: 'M2.5 8H7c2.5 0 2.5-4 5-4h1M7 8c2.5 0 2.5 4 5 4h1M11.5 2.2 13.4 4l-1.9 1.8M11.5 10.2l1.9 1.8-1.9 1.8',
  headset:
    'M3 9.5V8a5 5 0 0 1 10 0v1.5M3 9h1.5v3.5H4a1 1 0 0 1-1-1zM13 9h-1.5v3.5h.5a1 1 0 0 0 1-1zM12.5 12.5c0 1-1 1.5-3 1.5',
  bars: 'M5.1 3.5a.4.4 0 0 1 .8 0v9a.4.4 0 0 1-.8 0zM10.1 3.5a.4.4 0 0 1 .8 0v9a.4.4 0 0 1-.8 0z',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  crossOut: `${RING}M3.9 12.1l8.2-8.2`,
  warning: 'M8 2.2 14.2 13H1.8zM8 6.5v3M8 11.3v.2',
  question: `${RING}M6.3 6.4C6.4 4.3 9.7 4.4 9.7 6.4 9.7 7.7 8 7.7 8 9M8 11.2v.2`,
  // controls
  plus: 'M8 3v10M3 8h10',
  cross: 'm4 4 8 8M12 4l-8 8',
  gear: 'M6 8a2 2 0 0 0 4 0 2 2 0 0 0-4 0M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4',
  refresh: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.8h-2.8',
  download: 'M8 2.5v7M5 6.8l3 3 3-3M3 12.8h10',
  pencil: 'm3 13 .6-2.6 7-7 2 2-7 7zM9.3 4.7l2 2',
  repeat: 'M3 7.2V6.5a2 2 0 0 1 2-2h7.5M10.5 2.5l2 2-2 2M13 8.8v.7a2 2 0 0 1-2 2H3.5M5.5 13.5l-2-2 2-2',
  chevronDown: 'm4 6 4 4 4-4',
  chevronUp: 'm4 10 4-4 4 4',
  chevronStart: 'M10 4 6 8l4 4',
  chevronEnd: 'm6 4 4 4-4 4',
  chevronsStart: 'M7.5 4l-4 4 4 4M12.5 4l-4 4 4 4',
  chevronsEnd: 'm3.5 4 4 4-4 4M8.5 4l4 4-4 4',
  sortUp: 'M8 13V3.5M4.5 7 8 3.5 11.5 7',
  sortDown: 'M8 3v9.5M4.5 9 8 12.5 11.5 9',
  search: 'M2.8 7a4.2 4.2 0 0 0 8.4 0 4.2 4.2 0 0 0-8.4 0M10.2 10.2l3.3 3.3',
  more: 'M7.6 3.1h.8v.8h-.8zM7.6 7.6h.8v.8h-.8zM7.6 12.1h.8v.8h-.8z',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.2V5M10.5 2.2V5',
} as const;

export type IconName = keyof typeof LINES;

/** An icon, hidden from assistive technology. Its size is that of the text around it; its colour is the text's. */
export function icon(name: IconName): TemplateResult {
  return html`<svg
    class="icon"
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.4"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d=${LINES[name]} />
  </svg>`;
}

/** An icon outside of templates, which may become another one. */
export interface IconView {
  readonly element: SVGSVGElement;
  readonly show: (name: IconName) => void;
}

/** Makes an icon outside of templates. */
export function iconView(name: IconName): IconView {
  const holder = document.createDocumentFragment();
  render(icon(name), holder);
  const drawn = holder.firstElementChild as SVGSVGElement;
  const line = drawn.firstElementChild as SVGPathElement;
  let shown = name;
  return {
    element: drawn,
    show: (next) => {
      if (next === shown) return;
      shown = next;
      line.setAttribute('d', LINES[next]);
    },
  };
}
