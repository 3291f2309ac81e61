import type { QueueDiagnostics } from '../../src/domain/diagnostics.js';
import { NOW } from './records.js';

/** Every fact that a server can tell of a queued callback, each with a value of its own where that is possible. */
export const EVERY_FACT: QueueDiagnostics = Object.freeze({
  estimatedWaitTime: 46.5,
  position: 3,
  agentsLoggedIn: 3,
  callbackType: 'WAIT_FOR_AGENT',
  callbackVersion: 'v2.39',
  channel: 'WEB',
  dialAttempt: 2,
  dialResult: 'PUSH_DELIVERY_NOT_CONFIRMED',
  waitAtFirstCall: 22.5,
  waitAtOffer: 0,
  snoozed: false,
  orsSessionId: '00NEEH6C74C6NAC01G015B5AES000005',
  positionAtFirstCall: 3,
  positionAtOffer: 4,
  priority: 0,
  routingTarget: 'GMSCallbackAgents@stat.GA',
  firstCallTime: NOW,
  acceptedTime: NOW - 60_000,
  nextCallTime: NOW + 60_000,
  other: {},
});
