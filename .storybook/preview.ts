import type { Preview } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json' with { type: 'json' };
import '../src/translations/de.js';
import { presentation, toolbar } from './presentation.js';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: toolbar,
  initialGlobals: { scheme: 'light', direction: 'ltr', density: 'normal', locale: 'en' },
  decorators: [presentation],
  parameters: {
    layout: 'fullscreen',
    backgrounds: { disabled: true },
    a11y: { test: 'error' },
    controls: { expanded: true },
    // A dialog in the top layer would cover the page of docs.
    docs: { story: { inline: false, height: '480px' } },
  },
};

export default preview;
