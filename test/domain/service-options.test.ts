import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  APPLICATION_OPTIONS,
  checkApplicationOption,
  checkOption,
  checkService,
  findApplicationOption,
  findServiceOption,
  presetOptions,
  SERVICE_OPTIONS,
  SERVICE_PRESETS,
  serviceKindOf,
  templateOptions,
} from '../../src/options.js';
import type { OptionCategory, ServiceKind } from '../../src/options.js';

const KINDS = Object.keys(SERVICE_OPTIONS) as ServiceKind[];

/** Every option that the reference names, under its heading. */
const NAMES: Readonly<Partial<Record<OptionCategory, string>>> = {
  General: `_type _service _service_type _ttl _call_direction _media_type _wait_for_agent _wait_for_user_confirm
    _business_hours_service _capacity_service _target _route_point _src_route_point _attach_udata
    _agent_transfer_confirm_timeout _agent_availability_notification_delay _max_time_to_wait_for_agent_on_the_call
    _max_time_to_reach_eta_pos_threshold _eta_pos_threshold _min_queue_wait _max_transfer_to_agent_attempts
    _booking_expiration_timeout _snooze_duration _user_confirm_timeout _on_user_confirm_timeout
    _max_notify_delivery_attempts _max_ors_submit_attempts _paused_services_list _paused_services_id
    _retain_session_until_ixn_deleted _max_time_to_wait_for_ixn_delete _provide_code _resource_group
    _overwritable_options _redirect _service_groups username password _exceptions _ors _ors_lb_strategy
    _enable_status_notification _status_notification_type _status_notification_target _status_notification_provider
    _status_notification_attempts _callback_events_list _enable_notification_reminder _notification_reminder_buffer`,
  'No category': '_customer_number',
  'Queue Management': `_customer_lookup_keys _mandatory_customer_lookup_keys _default_country
    _disallow_impossible_phone_numbers _disallow_premium_phone_numbers _enable_in_queue_checking
    _enable_reject_out_of_office_hours _max_queued_callbacks_per_service _queue_poll_period _queue_poll_period_recovery
    _queue_ping_ors_period _throttle_callbacks_per_service_1 _throttle_ttl_1 _throttle_callbacks_per_service_2
    _throttle_ttl_2 _throttle_request_parameters _throttle_request_parameters_limit _throttle_customer_number_limit`,
  'Scheduled Call': `_desired_time _request_time_bucket _max_request_by_time_bucket _request_execution_time_buffer
    _desired_connect_time_threshold _reject_future_desired_time _reject_past_desired_time _request_queue_time_stat
    _request_ewt_service`,
  'URS Queueing': `_urs_virtual_queue _urs_queued_ttl _urs_ewt_estimation_method _urs_prioritization_strategy
    _urs_strategy_update_sub_routine _urs_request_timeout _urs_call_interaction_age _urs_extension_data
    _urs_udata_xfer_keys _urs_vq_priority _urs_vq_priority_increment _urs_vq_priority_increment_interval
    _max_urs_ewt_pos_polling_interval _min_urs_ewt_pos_polling_interval _vq_for_outbound_calls _urs_server_url
    _urs_sec_server_url`,
  'Voice - User Terminated': `_userterminated_first_connect_party _max_dial_attempts _dial_retry_timeout _cpd_enable
    _prefix_dial_out _calling_party_number _calling_party_display_name _ixn_createcall_hints _ixn_createcall_timeout
    _ixn_redirect_confirm _ixn_redirect_hints _ixn_update_data_time_to_wait _call_timeguard_timeout
    _on_route_done_delay _agent_first_via_rp _agent_first_via_tg _trunk_group _max_successful_customer_contacts
    _cb_dim_channel`,
  'Voice - User Originated': '_userorig_connect_limit _offer_callback _offer_callback_vxml_app_url',
  'Agent Preview': `_agent_preview _agent_preview_allow_reject _agent_preview_data _agent_preview_timeout
    _agent_preview_via_rp _agent_preview_set_notready_reason _agent_preview_set_notready_reason_attribute
    _agent_preview_set_notready_reason_key _agent_preview_timeout_set_notready _agent_reject_retry_timeout
    _agent_reserve_timeout _agent_disposition_timeout _enable_disposition_dialog _disposition_userevent_mediatype
    _preview_userevent_mediatype`,
  Treatments: `_treatment_customer_connect _treatment_waiting_for_agent _treatment_find_agent_fail
    _treatment_call_failure_answering_machine`,
  Plugin: `_plugin_on_dial_url _plugin_on_dial_timeout _plugin_on_dial_associate_ixn
    _plugin_on_dial_invoke_on_call_failed`,
  Reporting: `_rep_userevent_enable _rep_userevent_dn _rep_userevent_switch _rep_userevent_mediatype
    _use_reporting_aggregator _reporting_aggregator_url`,
  Notification: `_max_number_of_user_availability_confirmation_attempts _notification_message_file _provider_name
    _use_debug_push_certificate`,
  Chat: '_chat_endpoint',
};

const APPLICATION_NAMES: Readonly<Record<string, string>> = {
  callback: `filter-keys returned-keys callback_column_alias max_queued_callbacks_per_service _enable_in_queue_checking
    _throttle_callbacks_per_service_1 _throttle_ttl_1 _throttle_callbacks_per_service_2 _throttle_ttl_2
    _throttle_request_parameters _throttle_request_parameters_limit _throttle_customer_number_limit
    _enable_throttle_header_parameters
    queue-polling-rate queue-polling-rate-recover log-background-activity _services_credentials _enable_gms_dfm
    _fetch_retry_attempt _fetch_retry_delay _fetch_timeout`,
  features: 'disable-bulk-cancel-and-export-callback disable-additional-columns-from-callbacks',
  server: 'username password access_code_prefix',
};

function words(text: string): readonly string[] {
  return text.split(/\s+/).sort();
}

describe('the catalogue', () => {
  it.each(Object.entries(NAMES))('has every option of %s once', (category, names) => {
    const found = SERVICE_OPTIONS.callback.filter((option) => option.category === category);
    expect(found.map(({ name }) => name).sort()).toEqual(words(names));
  });

  it('has no other heading, and keeps each in one place', () => {
    const headings = SERVICE_OPTIONS.callback.map(({ category }) => category);
    const changes = headings.filter((heading, index) => headings[index - 1] !== heading);
    expect(changes).toEqual(Object.keys(NAMES));
  });

  it.each(KINDS)('has no name twice for services of kind %s', (kind) => {
    const names = SERVICE_OPTIONS[kind].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(Object.entries(APPLICATION_NAMES))('has every option of section %s once', (section, names) => {
    const found = APPLICATION_OPTIONS.filter((option) => option.section === section);
    expect(found.map(({ name }) => name).sort()).toEqual(words(names));
  });

  it('has defaults that pass their own checks', () => {
    for (const kind of KINDS)
      for (const { name, defaultValue = '' } of SERVICE_OPTIONS[kind])
        expect(checkOption(kind, name, defaultValue), name).toBeUndefined();
    for (const { section, name, defaultValue = '' } of APPLICATION_OPTIONS)
      expect(checkApplicationOption(section, name, defaultValue), name).toBeUndefined();
  });

  it('describes every option in sentences and gives it a class', () => {
    for (const option of KINDS.flatMap((kind) => SERVICE_OPTIONS[kind])) {
      expect(option.description, option.name).toMatch(/^[A-Z].{15,}\.$/);
      expect(option.classes.size, option.name).toBeGreaterThan(0);
    }
    for (const option of APPLICATION_OPTIONS) expect(option.description, option.name).toMatch(/^[A-Z].{15,}\.$/);
  });

  it('lets an option be of several classes, and says which are proposals', () => {
    const timeout = findServiceOption('callback', '_agent_transfer_confirm_timeout')?.option;
    expect([...(timeout?.classes ?? [])]).toEqual(['mandatory', 'advanced']);
    expect(timeout?.proposed).toBeUndefined();
    expect(findServiceOption('callback', '_target')?.option.proposed).toBe(true);
  });

  it('finds the members of a family by their number', () => {
    expect(findServiceOption('office-hours', '_holiday12')).toMatchObject({
      option: { name: '_holidayN' },
      number: 12,
    });
    expect(findServiceOption('capacity', '_capacity_7')?.number).toBe(7);
    for (const name of ['_capacity_0', '_capacity_8', '_capacity_N', '_holidayN', '_bh_regular'])
      expect(findServiceOption('capacity', name) ?? findServiceOption('office-hours', name), name).toBeUndefined();
  });

  it('has nothing under names that objects inherit', () => {
    for (const name of ['toString', '__proto__', 'constructor']) {
      expect(findServiceOption('callback', name)).toBeUndefined();
      expect(findApplicationOption('callback', name)).toBeUndefined();
    }
  });
});

/** An option of each kind of values, with what it takes and what it does not. */
const VALUES: readonly [ServiceKind, name: string, accepted: readonly string[], refused: readonly string[]][] = [
  ['callback', '_wait_for_agent', ['true', 'FALSE', ' true ', '$wait$'], ['yes', '1', 'true,false', '$a$b']],
  [
    'callback',
    '_ttl',
    ['1', '86400', ' 60 ', '+5', '$life$'],
    ['0', '-1', 'abc', '1.5', '1e3', ' ', '0x10', '2147483648'],
  ],
  ['callback', '_throttle_ttl_1', ['0', '14', '-1', '-999'], ['many', '--1', '99999999999', '1 4']],
  ['callback', '_max_queued_callbacks_per_service', ['0', '1', '-1'], ['1.0', 'none']],
  ['callback', '_reject_past_desired_time', ['0', '99999999999'], ['-1', '1d', '99999999999999']],
  ['callback', '_call_direction', ['USERTERMINATED', 'userOriginated', '$direction$'], ['TERMINATED']],
  ['callback', '_enable_in_queue_checking', ['true', 'false', 'strict'], ['stricter']],
  ['callback', '_request_time_bucket', ['5', '10', '15', '20', '30', '60', '120'], ['0', '7', '45', '-5', '$a$b']],
  ['callback', '_reject_future_desired_time', ['1y', '1M', '2w', '30 d', '12h', '5m'], ['1', 'M', '1s', '-1M', '1M2d']],
  [
    'callback',
    '_queue_poll_period',
    ['-120,120', '0,0', ' -5 , 5 '],
    ['120', '120,-120', '1,2,3', '-5,', 'a,b', '0,9999999999'],
  ],
  ['callback', '_eta_pos_threshold', ['0:10', '0:10, 10:5'], ['0', '10:', '0:10;10:5']],
  ['callback', '_customer_lookup_keys', ['_customer_number', 'a, b,', ','], []],
  ['callback', '_overwritable_options', ['_ors, _target', '_own'], ['_target,_type', 'password']],
  ['callback', '_paused_services_list', ['GMS_Paused_Services'], [' ']],
  ['callback', '_business_hours_service', ['office-hours'], ['  ']],
  ['callback', '_customer_number', ['5510', '+33604120405'], ['nobody']],
  [
    'callback',
    '_desired_time',
    ['2026-07-04T09:44:01.000Z', '2026-07-04T09:44:01Z', '$when$'],
    ['tomorrow', '2026-07-04', '2026-02-30T09:44:01Z'],
  ],
  ['callback', '_default_country', ['US', 'FR', 'DE'], ['us', 'USA', 'XX', '  ', ' U', 'U S']],
  [
    'callback',
    '_treatment_customer_connect',
    ['http://a.example/b.vxml', '/a/b', '$file$'],
    ['music', 'a b', 'http://'],
  ],
  ['callback', '_ors', ['http://a:7210, http://b:7210'], ['http://a:7210,', 'a;b']],
  ['callback', '_target', ["[{'target':'A@S.GA','timeout':'10'}]", 'Billing@Stat_Server.GA'], []],
  [
    'office-hours',
    '_timezone',
    ['Europe/Paris', 'UTC', 'America/Argentina/Buenos_Aires'],
    ['EST', 'Europe/Pariss', '+1'],
  ],
  ['office-hours', '_bh_regular1', ['Mon-Fri 08:00-20:00', 'Mon-Sun 00:00-24:00'], ['08:00-20:00', 'Mon 20:00-08:00']],
  ['office-hours', '_bh_add3', ['07-14 12:00-14:30', '2026-07-14 12:00-14:30'], ['14-07 12:00-14:30', '07-14']],
  ['office-hours', '_holiday1', ['2026-07-15', '12-25'], ['2026-02-30', 'Christmas']],
  ['capacity', '_capacity_2', ['{"2":{"0000":5,"2300":0}}'], ['{"1":{"0000":5}}', '{"2":{"0030":5}}', '5', '{']],
  ['capacity', '_capacity_add', ['[]', '[{"2026-12-24":{"0900":2}}]'], ['{}', '[1]']],
  ['capacity', '_capacity', ['[Mon, Tue]'], []],
  ['other', '_ttl', ['30'], ['soon']],
];

describe('a value', () => {
  it.each(VALUES)('of a %s service, option %s, is judged', (kind, name, accepted, refused) => {
    for (const value of [...accepted, '']) expect(checkOption(kind, name, value), value).toBeUndefined();
    for (const value of refused) expect(checkOption(kind, name, value), value).toMatchObject({ option: name, value });
  });

  it('that is refused is told what the option accepts', () => {
    expect(checkOption('callback', '_ttl', 'abc')).toEqual({
      option: '_ttl',
      value: 'abc',
      accepts: 'a whole number of seconds from 1 to 2147483647',
    });
    expect(checkOption('callback', '_throttle_callbacks_per_service_1', 'x')?.accepts).toBe(
      'a whole number from 0 to 2147483647, or a negative one for the built-in default',
    );
    expect(checkOption('callback', '_enable_in_queue_checking', 'x')?.accepts).toBe('true, false or strict');
    expect(checkOption('office-hours', '_type', 'ors')?.accepts).toBe('builtin');
  });

  it('of an option that nobody knows is never refused', () => {
    expect(checkOption('callback', '_my_own', 'anything')).toBeUndefined();
    expect(checkApplicationOption('ors', '_ttl', 'anything')).toBeUndefined();
  });

  it('of the application is judged by its section, and by the services that fall back to it', () => {
    expect(checkApplicationOption('callback', 'queue-polling-rate', '0')?.accepts).toContain('seconds from 1');
    expect(checkApplicationOption('callback', 'callback_column_alias', '{"_LOB":"Line"}')).toBeUndefined();
    expect(checkApplicationOption('callback', 'callback_column_alias', '["_LOB"]')).toBeDefined();
    expect(checkApplicationOption('callback', '_throttle_ttl_2', '-1')).toBeUndefined();
    expect(checkApplicationOption('callback', '_max_dial_attempts', 'many')).toBeDefined();
    expect(checkApplicationOption('features', 'disable-bulk-cancel-and-export-callback', 'no')).toBeDefined();
  });

  it('makes no check throw, whatever it is', () => {
    const names = [
      ...new Set(KINDS.flatMap((kind) => SERVICE_OPTIONS[kind].map(({ name }) => name.replace(/N$/, '1')))),
    ];
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.constantFrom('['.repeat(100_000), '9'.repeat(400), '-', '$', ':', 'Mon-Fri 99:99-00:00', '\0'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.constantFrom(...names), text, (kind, name, value) => {
        const problem = checkOption(kind, name, value);
        expect(problem === undefined || problem.accepts.length > 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a service', () => {
  it('is of the kind that its options say', () => {
    expect(serviceKindOf({})).toBe('callback');
    expect(serviceKindOf({ _type: 'ors', _service: 'callback' })).toBe('callback');
    expect(serviceKindOf({ _service: 'https://a.example/own.scxml' })).toBe('other');
    expect(serviceKindOf({ _service: 'https://a.example/own.scxml', _service_type: 'callback' })).toBe('callback');
    expect(serviceKindOf({ _type: 'builtin', _service: 'office-hours' })).toBe('office-hours');
    expect(serviceKindOf({ _type: 'builtin', _service: 'capacity' })).toBe('capacity');
    expect(serviceKindOf({ _type: 'builtin' })).toBe('other');
    expect(serviceKindOf({ _type: '', _service: '' })).toBe('callback');
  });

  it('is judged by the options of its kind', () => {
    expect(checkService({ _type: 'builtin', _service: 'office-hours', _bh_regular1: 'always' })?.option).toBe(
      '_bh_regular1',
    );
    expect(checkService({ _bh_regular1: 'always' })).toBeUndefined();
    expect(checkService({ own: 'x', _ttl: 'x', _media_type: 'fax' })?.option).toBe('_ttl');
  });
});

describe('a scenario preset', () => {
  it('has the name of the vendor', () => {
    expect(SERVICE_PRESETS.map(({ name }) => name)).toEqual([
      'User Terminated Immediate',
      'User Terminated Delayed',
      'User Terminated Scheduled',
      'User Terminated Delayed Agent Preview',
      'User Terminated Agent First with Implicit Reservation',
      'User Originated Immediate',
      'User Originated Delayed',
      'Chat Immediate',
      'Chat Delayed',
    ]);
  });

  it.each(SERVICE_PRESETS.map((preset) => [preset.name, preset] as const))(
    '%s makes a callback service',
    (_, preset) => {
      const options = presetOptions(preset);
      expect(serviceKindOf(options)).toBe('callback');
      expect(checkService(options)).toBeUndefined();
      for (const name of Object.keys(options)) expect(findServiceOption('callback', name), name).toBeDefined();
    },
  );

  it('begins with the mandatory options, so that case 95: a new service is listed for a day', () => {
    const delayed = SERVICE_PRESETS[1];
    expect(delayed && presetOptions(delayed)).toEqual({
      _type: 'ors',
      _service: 'callback',
      _ttl: '86400',
      _wait_for_agent: 'true',
      _wait_for_user_confirm: 'true',
      _call_direction: 'USERTERMINATED',
      _media_type: 'voice',
      _agent_transfer_confirm_timeout: '0',
      _user_confirm_timeout: '30',
      _mandatory_customer_lookup_keys: '_customer_number',
      _urs_queued_ttl: '14400',
      _agent_first_via_rp: 'false',
    });
    expect(templateOptions('office-hours')).toEqual({ _type: 'builtin', _service: 'office-hours', _ttl: '30' });
  });
});
