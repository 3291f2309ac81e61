import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({
    ...vite,
    optimizeDeps: {
      ...vite.optimizeDeps,
      // Optimised, Lit would be loaded twice: once bundled and once from the sources of our elements.
      exclude: ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', '@lit/task'],
    },
  }),
};

export default config;
