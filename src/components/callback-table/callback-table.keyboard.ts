import type { Step } from './callback-table.focus.js';

/** What a key asks of the grid. */
export type GridCommand =
  | { readonly do: 'move'; readonly step: Step }
  | { readonly do: 'screen'; readonly direction: 1 | -1 }
  | { readonly do: 'extend'; readonly direction: 1 | -1 }
  | { readonly do: 'turn-page'; readonly direction: 1 | -1 }
  | {
      readonly do:
        'toggle-row' | 'select-row' | 'select-all' | 'use' | 'leave' | 'edit' | 'reschedule' | 'search' | 'shortcuts';
    };

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** What a key means in the grid (keyboard map of the data grid); undefined when it is none of its keys. */
export function commandOf(event: Key, isRtl: boolean): GridCommand | undefined {
  if (event.altKey) return event.ctrlKey || event.metaKey || event.shiftKey ? undefined : altCommand(event.key);
  if (event.ctrlKey || event.metaKey) return event.shiftKey ? undefined : controlCommand(event.key);
  if (event.shiftKey) return shiftCommand(event.key);
  return plainCommand(event.key, isRtl);
}

function plainCommand(key: string, isRtl: boolean): GridCommand | undefined {
  switch (key) {
    case 'ArrowUp':
      return { do: 'move', step: { rows: -1 } };
    case 'ArrowDown':
      return { do: 'move', step: { rows: 1 } };
    case 'ArrowLeft':
      return { do: 'move', step: { columns: isRtl ? 1 : -1 } };
    case 'ArrowRight':
      return { do: 'move', step: { columns: isRtl ? -1 : 1 } };
    case 'Home':
      return { do: 'move', step: { to: 'row-start' } };
    case 'End':
      return { do: 'move', step: { to: 'row-end' } };
    case 'PageUp':
      return { do: 'screen', direction: -1 };
    case 'PageDown':
      return { do: 'screen', direction: 1 };
    case ' ':
      return { do: 'toggle-row' };
    case 'Enter':
    case 'F2':
      return { do: 'use' };
    case 'Escape':
      return { do: 'leave' };
    default:
      return letterCommand(key);
  }
}

/** Single letters work only while the focus is inside the grid. */
function letterCommand(key: string): GridCommand | undefined {
  if (key === 'e') return { do: 'edit' };
  if (key === 'r') return { do: 'reschedule' };
  if (key === '?') return { do: 'shortcuts' };
  return key === '/' ? { do: 'search' } : undefined;
}

function shiftCommand(key: string): GridCommand | undefined {
  if (key === 'ArrowUp') return { do: 'extend', direction: -1 };
  if (key === 'ArrowDown') return { do: 'extend', direction: 1 };
  if (key === '?') return { do: 'shortcuts' };
  // On some keyboards the slash needs Shift.
  if (key === '/') return { do: 'search' };
  return key === ' ' ? { do: 'select-row' } : undefined;
}

function controlCommand(key: string): GridCommand | undefined {
  if (key === 'Home') return { do: 'move', step: { to: 'grid-start' } };
  if (key === 'End') return { do: 'move', step: { to: 'grid-end' } };
  return key.toLowerCase() === 'a' ? { do: 'select-all' } : undefined;
}

function altCommand(key: string): GridCommand | undefined {
  if (key === 'PageUp') return { do: 'turn-page', direction: -1 };
  return key === 'PageDown' ? { do: 'turn-page', direction: 1 } : undefined;
}
