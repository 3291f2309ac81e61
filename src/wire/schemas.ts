import * as z from 'zod/mini';
import { readNumber } from './values.js';
import { readWireTime } from './time.js';

/**
 * The bodies of the GMS wire, described. Objects keep keys they do not know; numbers may come as text. The readers beside this file
 * decide by hand where speed matters; these schemas explain and publish what they decide.
 */

const text = z.union([z.string(), z.number(), z.boolean()], 'is not text');
const filledText = text.check(z.refine((value) => value !== '', 'is empty'));
const maybeText = z.optional(z.nullable(text));
const numeric = z
  .union([z.string(), z.number()], 'is not a number')
  .check(z.refine((value) => readNumber(value) !== undefined, 'is not a number'));

/** A time as the wire writes it: ISO 8601 in UTC, with or without milliseconds. */
export const WireTimeSchema = z
  .string('is not a time')
  .check(z.refine((value) => readWireTime(value) !== undefined, 'is not a time'));

/** A callback as the wire writes it, after its keys were brought to the spelling of today. */
export const WireRecordSchema = z.looseObject(
  {
    _id: filledText,
    _service_name: filledText,
    _callback_state: filledText,
    _desired_time: WireTimeSchema,
    _customer_number: maybeText,
    _callback_reason: maybeText,
    _expiration_time: z.optional(z.nullable(WireTimeSchema)),
    _url: maybeText,
    _ors_session_id: maybeText,
  },
  'is not an object',
);

/** A callback as the wire writes it. */
export type WireRecord = z.infer<typeof WireRecordSchema>;

/** Reply of the query by queues: callbacks by service name. */
export const QueuesReplySchema = z.record(z.string(), z.array(z.unknown(), 'is not a list'), 'is not an object');

/** Reply of the queries by id and by properties. */
export const RecordsReplySchema = z.array(z.unknown(), 'is not a list');

/** Reply to a new callback; only the id can be relied upon. */
export const DialogSchema = z.looseObject(
  {
    _id: filledText,
    _dialog_id: maybeText,
    _action: maybeText,
    _text: maybeText,
    _ok_title: maybeText,
  },
  'is not an object',
);

/** Body of a bulk cancel. */
export const CancelRequestSchema = z.looseObject(
  {
    reason: filledText,
    ids: z.array(filledText, 'is not a list'),
  },
  'is not an object',
);

/** Body of the export of cancelled callbacks. */
export const ReportRequestSchema = z.looseObject(
  {
    callback_reason: filledText,
    exported_properties: z.array(filledText, 'is not a list').check(z.minLength(1, 'is empty')),
  },
  'is not an object',
);

/** Reply of the watermarks. */
export const WatermarksSchema = z.looseObject(
  {
    services: z.record(z.string(), numeric, 'is not an object'),
    total: numeric,
  },
  'is not an object',
);

/** What is wrong with a value, one line per issue, without the value: `_desired_time is not a time`. */
export function explainIssues(issues: readonly z.core.$ZodIssue[]): readonly string[] {
  return issues.map((issue) => `${issue.path.map(String).join('.')} ${issue.message}`.trim());
}
