import { contender } from './contender-core.js';

Object.assign(window, { bench: contender('callback-table', 250) });
