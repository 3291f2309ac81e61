/** The options of services and of the application as data, with their checks: for Services pages, provisioning and tests. */
export * from './domain/service-options/application.js';
export * from './domain/service-options/catalogue.js';
export * from './domain/service-options/check.js';
export type * from './domain/service-options/option.js';
export * from './domain/service-options/presets.js';
export * from './domain/service-options/service-kind.js';
export * from './domain/service-options/values.js';
export type { Options } from './domain/service.js';
