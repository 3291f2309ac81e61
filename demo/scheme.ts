const KEY = 'demo-scheme';

/** Lets a visitor choose light or dark; the elements follow `color-scheme` by themselves. */
export function connectSchemeSwitch(select: HTMLSelectElement): void {
  const kept = localStorage.getItem(KEY);
  if ([...select.options].some(({ value }) => value === kept)) select.value = kept ?? select.value;
  const apply = (): void => {
    document.documentElement.style.colorScheme = select.value;
  };
  select.addEventListener('change', () => {
    localStorage.setItem(KEY, select.value);
    apply();
  });
  apply();
}
