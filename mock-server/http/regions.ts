/** What the platform knows of countries. Without it the mock would need tables of its own. */

/** The name that libphonenumber gives to a zone it does not know. */
const UNKNOWN_ZONE = 'Etc/Unknown';

/** Name of a country in a language, as of `de` or `DE`; in English where the language is none, empty where the country is. */
export function regionName(region: string | undefined, language: string): string {
  if (region === undefined) return '';
  const [tag = 'en'] = supportedLanguages(language);
  return new Intl.DisplayNames([tag, 'en'], { type: 'region', fallback: 'none' }).of(region) ?? '';
}

/** The time zone of a country that has only one; which of several a number is in, its digits do not tell here. */
export function zonesOf(region: string | undefined): string {
  const [zone = UNKNOWN_ZONE, ...others] = region === undefined ? [] : platformZones(region);
  return others.length === 0 ? zone : UNKNOWN_ZONE;
}

function supportedLanguages(language: string): readonly string[] {
  try {
    return Intl.DisplayNames.supportedLocalesOf([language]);
  } catch {
    // The platform's way to say that the text is no language.
    return [];
  }
}

/** Older platforms have a list where newer ones have a method. */
function platformZones(region: string): readonly string[] {
  const locale = new Intl.Locale(`und-${region}`) as Intl.Locale & {
    readonly timeZones?: readonly string[];
    getTimeZones?(): readonly string[] | undefined;
  };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}
