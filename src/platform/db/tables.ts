// Written by tools/tables.ts from the migrated database: do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** A value for a json column: an object, or the text of any JSON (an array must be given as text). */
export type JsonInput = string | { readonly [key: string]: unknown }

export type Tables = {
  accounts: {
    id: string
    login: string
    name: string
    password_hash: string
    must_change_password: Generated<boolean>
    is_installation_admin: Generated<boolean>
    is_demo: Generated<boolean>
    status: Generated<string>
    language: Generated<string>
    failed_attempts: Generated<number>
    locked_until: Temporal.Instant | null
    created_at: Temporal.Instant
    password_changed_at: Temporal.Instant
  }
  answers: {
    centre_id: number
    id: string
    case_id: string
    part_id: string
    kind: string
    state: string
    outcome: string | null
    promised_on: Temporal.PlainDate | null
    sealed_text: Buffer
    masked_text: string
    author_id: string | null
    author: string
    approver_id: string | null
    approver: string | null
    remarks: string | null
    delivery: string | null
    delivery_note: string | null
    created_at: Temporal.Instant
    approved_at: Temporal.Instant | null
    delivered_at: Temporal.Instant | null
    revision: Generated<number>
  }
  attachments: {
    centre_id: number
    id: string
    case_id: string
    submission_id: string
    name: string
    media_type: string
    size: number
    digest: Buffer
    added_by: string
    added_at: Temporal.Instant
  }
  base_map_layers: {
    centre_id: number
    id: string
    title: string
    attribution: string
    features: number
    south: number
    west: number
    north: number
    east: number
    body: Buffer
    digest: string
    added_by: string
    added_at: Temporal.Instant
  }
  blind_indexes: {
    centre_id: number
    kind: string
    digest: Buffer
    submission_id: string
  }
  calls: {
    centre_id: number
    source: string
    external_id: string
    day: Temporal.PlainDate
    type: string
    settlement: string | null
    result: string | null
    became_case: boolean
    import_run_id: string
  }
  case_submissions: {
    centre_id: number
    case_id: string
    submission_id: string
    kind: string
    at: Temporal.Instant
  }
  case_words: {
    centre_id: number
    case_id: string
    registered_at: Temporal.Instant
    words: string
  }
  cases: {
    centre_id: number
    id: string
    number: string
    regime: string
    subtype: string | null
    nature: string | null
    state: string
    channel: string
    network: string | null
    received_at: Temporal.Instant
    registered_at: Temporal.Instant
    answered_at: Temporal.Instant | null
    closed_at: Temporal.Instant | null
    outcome: string | null
    promised_on: Temporal.PlainDate | null
    topic_group: string | null
    topic: string | null
    settlement: string | null
    street: string | null
    house: string | null
    lat: number | null
    lon: number | null
    organisation: string | null
    sector_block: string | null
    assignee_id: string | null
    due_at: Temporal.Instant | null
    due_clock: string | null
    emergency: Generated<boolean>
    fast_track: Generated<boolean>
    foreign_municipality: string | null
    external_number: string | null
    external_url: string | null
    submission_id: string
    voices: Generated<number>
    joined_into: string | null
    continues: string | null
    gist: Generated<string>
    charter_edition: number
    revision: Generated<number>
    updated_at: Temporal.Instant
    first_answered_at: Temporal.Instant | null
    mark: number | null
  }
  centres: {
    id: GeneratedAlways<number>
    slug: string
    name: string
    kind: string
    time_zone: string
    parent_id: number | null
    edition: Generated<number>
    is_demo: Generated<boolean>
    created_at: Temporal.Instant
    sorter_model: string | null
  }
  charter_editions: {
    centre_id: number
    edition: number
    sources: ColumnType<unknown, JsonInput, JsonInput>
    charter: ColumnType<unknown, JsonInput, JsonInput>
    digest: string
    comment: string | null
    applied_at: Temporal.Instant
    applied_by: string
  }
  corrections: {
    centre_id: number
    id: string
    case_id: string
    field: string
    proposed: string | null
    chosen: string | null
    actor_id: string | null
    at: Temporal.Instant
  }
  cuts: {
    centre_id: number
    id: string
    staff_id: string | null
    name: string
    query: string
    made_by: string
    created_at: Temporal.Instant
  }
  deadlines: {
    centre_id: number
    id: string
    case_id: string
    part_id: string | null
    clock: string
    norm: string
    norm_copy: ColumnType<unknown, JsonInput, JsonInput>
    charter_edition: number
    started_at: Temporal.Instant
    due_at: Temporal.Instant
    legal_on: Temporal.PlainDate | null
    control_on: Temporal.PlainDate
    provisional: Generated<boolean>
    state: Generated<string>
    pauses: ColumnType<unknown, JsonInput | undefined, JsonInput>
    extensions: ColumnType<unknown, JsonInput | undefined, JsonInput>
    stopped_at: Temporal.Instant | null
  }
  erasure_acts: {
    centre_id: number
    id: string
    number: number
    at: Temporal.Instant
    actor: string
    ground: string
    submission_ids: string[]
  }
  former_numbers: {
    centre_id: number
    number: string
    case_id: string
    at: Temporal.Instant
  }
  half_sessions: {
    token_hash: Buffer
    account_id: string
    begun_at: Temporal.Instant
    expires_at: Temporal.Instant
  }
  import_mappings: {
    centre_id: number
    source: string
    kind: string
    value: string
    code: string | null
  }
  import_rejects: {
    centre_id: number
    run_id: string
    row_number: number
    reason: string
    message: string
    wrapped_key: Buffer
    sealed_row: Buffer
  }
  import_runs: {
    centre_id: number
    id: string
    file_name: string
    file_digest: Buffer
    file_size: number
    source: string | null
    state: string
    detection: ColumnType<unknown, JsonInput | undefined, JsonInput>
    mapping: ColumnType<unknown, JsonInput | undefined, JsonInput>
    total_rows: number | null
    done_rows: Generated<number>
    created: Generated<number>
    joined: Generated<number>
    unchanged: Generated<number>
    updated: Generated<number>
    rejected: Generated<number>
    error: string | null
    started_by: string
    wrapped_key: Buffer | null
    created_at: Temporal.Instant
    started_at: Temporal.Instant | null
    finished_at: Temporal.Instant | null
    counted: Generated<number>
  }
  import_tables: {
    centre_id: number
    n: number
    name: string
    channel: string
    columns: ColumnType<unknown, JsonInput, JsonInput>
    header: ColumnType<unknown, JsonInput, JsonInput>
    saved_by: string
    saved_at: Temporal.Instant
    removed_at: Temporal.Instant | null
  }
  installation_facts: {
    name: string
    value: ColumnType<unknown, JsonInput, JsonInput>
  }
  installation_journal: {
    id: string
    at: Temporal.Instant
    actor: string
    action: string
    data: ColumnType<unknown, JsonInput | undefined, JsonInput>
  }
  journal: {
    centre_id: number
    id: string
    at: Temporal.Instant
    actor_id: string | null
    actor: string
    action: string
    case_id: string | null
    part_id: string | null
    data: ColumnType<unknown, JsonInput | undefined, JsonInput>
    reason: string | null
  }
  notes: {
    centre_id: number
    id: string
    case_id: string
    author_id: string | null
    author: string
    at: Temporal.Instant
    sealed_text: Buffer
  }
  number_series: {
    centre_id: number
    series: string
    year: number
    last: Generated<number>
  }
  parts: {
    centre_id: number
    id: string
    case_id: string
    ordinal: number
    question: Generated<string>
    state: string
    organisation: string | null
    sector_block: string | null
    assignee_id: string | null
    outcome: string | null
  }
  proposals: {
    centre_id: number
    case_id: string
    sorter: string
    at: Temporal.Instant
    decided: boolean
    data: ColumnType<unknown, JsonInput, JsonInput>
  }
  read_log: {
    centre_id: number
    id: string
    at: Temporal.Instant
    actor_id: string
    actor: string
    case_id: string | null
    submission_id: string | null
    fields: string[]
    purpose: string
  }
  recovery_codes: {
    account_id: string
    digest: Buffer
    used_at: Temporal.Instant | null
  }
  repeat_bands: {
    centre_id: number
    period: number
    band: number
    case_id: string
  }
  repeat_denials: {
    centre_id: number
    case_id: string
    other_id: string
    actor_id: string | null
    at: Temporal.Instant
  }
  repeat_marks: {
    centre_id: number
    case_id: string
    other_id: string
    at: Temporal.Instant
  }
  repeat_progress: {
    centre_id: number
    filled_to: string | null
    filled_at: Temporal.Instant | null
    marked_to: string | null
  }
  report_deliveries: {
    centre_id: number
    id: string
    report_id: string
    recipient: string
    way: string
    delivered_at: Temporal.Instant
    note: string | null
    noted_by: string
    noted_at: Temporal.Instant
    acknowledged_at: Temporal.Instant | null
    acknowledged_note: string | null
    acknowledged_by: string | null
  }
  report_figures: {
    centre_id: number
    report_id: string
    figure: string
    case_ids: string[]
  }
  report_files: {
    centre_id: number
    report_id: string
    format: string
    file_id: string
    wrapped_key: Buffer
    digest: Buffer
    size: number
    made_at: Temporal.Instant
  }
  report_parts: {
    centre_id: number
    report_id: string
    part: string
    block: Generated<string>
    body: string
    author_id: string | null
    author: string
    written_at: Temporal.Instant
    revision: Generated<number>
  }
  report_readings: {
    centre_id: number
    report_id: string
    staff_id: string
    name: string
    at: Temporal.Instant
  }
  reports: {
    centre_id: number
    id: string
    code: string
    period: string
    name: string
    version: number
    corrects: string | null
    correction_reason: string | null
    state: string
    revision: Generated<number>
    since: Temporal.PlainDate
    until: Temporal.PlainDate
    due_at: Temporal.Instant | null
    charter_edition: number
    counting: string
    progress: Generated<number>
    problem: string | null
    as_of: Temporal.Instant | null
    content: ColumnType<unknown, JsonInput | null | undefined, JsonInput | null>
    left_out: Generated<string[]>
    document: ColumnType<unknown, JsonInput | null | undefined, JsonInput | null>
    number: string | null
    approved_on: Temporal.PlainDate | null
    created_at: Temporal.Instant
    created_by: string
    sent_for_review_at: Temporal.Instant | null
    sent_for_review_by: string | null
    sent_for_review_by_id: string | null
    returned_with: string | null
    approved_at: Temporal.Instant | null
    approved_by: string | null
    approved_by_id: string | null
    overruled: string | null
    submitted_at: Temporal.Instant | null
  }
  saved_views: {
    centre_id: number
    id: string
    staff_id: string
    name: string
    query: string
    created_at: Temporal.Instant
  }
  second_factors: {
    account_id: string
    wrapped_key: Buffer
    sealed_secret: Buffer
    begun_at: Temporal.Instant
    proved_at: Temporal.Instant | null
    last_step: number | null
    failed_attempts: Generated<number>
    locked_until: Temporal.Instant | null
  }
  sessions: {
    token_hash: Buffer
    account_id: string
    csrf_token: string
    created_at: Temporal.Instant
    last_seen_at: Temporal.Instant
    expires_at: Temporal.Instant
    rotated_at: Temporal.Instant
    previous_token_hash: Buffer | null
    address: string | null
    agent: string | null
    id: string
  }
  sorter_models: {
    centre_id: number
    id: string
    state: string
    learned_at: Temporal.Instant
    cases: number
    from_day: Temporal.PlainDate
    to_day: Temporal.PlainDate
    figures: ColumnType<unknown, JsonInput, JsonInput>
    size: number
    digest: Buffer
    model: Buffer | null
    twin: Buffer | null
    live_at: Temporal.Instant | null
    live_by: string | null
    retired_at: Temporal.Instant | null
  }
  sorter_trainings: {
    centre_id: number
    id: string
    state: string
    cause: string
    asked_at: Temporal.Instant
    asked_by: string
    begins_at: Temporal.Instant
    started_at: Temporal.Instant | null
    ended_at: Temporal.Instant | null
    step: string | null
    why: string | null
    model_id: string | null
  }
  source_values: {
    centre_id: number
    case_id: string
    source: string
    data: ColumnType<unknown, JsonInput, JsonInput>
    conflicts: ColumnType<unknown, JsonInput | undefined, JsonInput>
    at: Temporal.Instant
  }
  staff: {
    centre_id: number
    id: string
    account_id: string
    login: string
    name: string
    position: Generated<string>
    role: string
    sector_block: string | null
    organisation: string | null
    active: Generated<boolean>
    created_at: Temporal.Instant
  }
  submissions: {
    centre_id: number
    id: string
    channel: string
    network: string | null
    source: string | null
    external_id: string | null
    received_at: Temporal.Instant
    content_digest: Buffer
    import_run_id: string | null
    wrapped_key: Buffer | null
    sealed_raw: Buffer | null
    sealed_words: Buffer | null
    sealed_contacts: Buffer | null
    masked_text: Generated<string>
    erased_at: Temporal.Instant | null
    created_at: Temporal.Instant
    repeat_digest: Buffer | null
  }
}
