import type { Decorator, Preview } from '@storybook/web-components-vite';

interface Presentation {
  readonly scheme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
  readonly density: 'compact' | 'normal' | 'roomy';
  readonly locale: string;
}

type Toolbar = NonNullable<Preview['globalTypes']>;
type Icon = NonNullable<NonNullable<Toolbar[string]['toolbar']>['icon']>;

function choice(title: string, icon: Icon, items: readonly string[]): Toolbar[string] {
  return { description: title, toolbar: { title, icon, items: [...items], dynamicTitle: true } };
}

/** What a designer switches for every story. */
export const toolbar: Toolbar = {
  scheme: choice('Colour scheme', 'mirror', ['light', 'dark']),
  direction: choice('Direction', 'transfer', ['ltr', 'rtl']),
  density: choice('Density', 'component', ['compact', 'normal', 'roomy']),
  locale: choice('Language', 'globe', ['en', 'de', 'fr', 'ar', 'ja']),
};

/** Presents a story as the toolbar says. Density reaches the stories that have such an argument and do not fix it. */
export const presentation: Decorator = (story, context) => {
  const { scheme, direction, density, locale } = context.globals as unknown as Presentation;
  const page = document.documentElement;
  page.style.colorScheme = scheme;
  page.style.background = 'Canvas';
  page.style.color = 'CanvasText';
  page.style.fontFamily = 'system-ui, sans-serif';
  page.dir = direction;
  page.lang = locale;
  const takesDensity = 'density' in context.argTypes && context.args.density === undefined;
  return story(takesDensity ? { args: { ...context.args, density } } : undefined);
};
