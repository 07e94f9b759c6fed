-- The case and its parts: the present state. How it came to be stands in the journal.

create table number_series (
  centre_id integer not null references centres (id),
  series text not null,
  year integer not null,
  last integer not null default 0,
  primary key (centre_id, series, year)
);
alter table number_series enable row level security;
create policy of_centre on number_series using (centre_id = current_centre()) with check (centre_id = current_centre());

create table cases (
  centre_id integer not null references centres (id),
  id uuid not null,
  number text not null,
  regime text not null check (regime in ('message', 'appeal', 'information_request', 'media_request')),
  subtype text,
  nature text check (nature in ('solvable', 'consultation', 'gratitude', 'opinion', 'spam')),
  state text not null,
  channel text not null,
  network text,
  received_at timestamptz not null,
  registered_at timestamptz not null,
  answered_at timestamptz,
  closed_at timestamptz,
  outcome text check (outcome in ('solved', 'explained', 'refused', 'forwarded', 'unconfirmed')),
  promised_on date,
  topic_group text,
  topic text,
  settlement text,
  street text,
  house text,
  lat double precision,
  lon double precision,
  organisation text,
  sector_block text,
  assignee_id uuid,
  -- The nearest running due instant, with its clock; null when nothing runs.
  due_at timestamptz,
  due_clock text,
  emergency boolean not null default false,
  fast_track boolean not null default false,
  foreign_municipality text,
  external_number text,
  external_url text,
  submission_id uuid not null,
  voices integer not null default 1,
  joined_into uuid,
  continues uuid,
  -- Cleaned and masked opening of what was said, at most 300 characters: the line of a list.
  gist text not null default '',
  charter_edition integer not null,
  revision integer not null default 1,
  updated_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, number),
  foreign key (centre_id, submission_id) references submissions (centre_id, id)
);
alter table cases enable row level security;
create policy of_centre on cases using (centre_id = current_centre()) with check (centre_id = current_centre());
-- The worklist, newest first.
create index cases_by_registered on cases (centre_id, registered_at desc, id desc);
-- What is due: open cases by the nearest due instant.
create index cases_by_due on cases (centre_id, due_at, id) where due_at is not null;
-- Mine; my block; of an organisation; of a topic: open or all, newest first.
create index cases_by_assignee on cases (centre_id, assignee_id, registered_at desc, id desc) where assignee_id is not null;
create index cases_by_state on cases (centre_id, state, registered_at desc, id desc);
create index cases_by_block on cases (centre_id, sector_block, registered_at desc, id desc);
create index cases_by_organisation on cases (centre_id, organisation, registered_at desc, id desc);
create index cases_by_topic on cases (centre_id, topic_group, topic, registered_at desc, id desc);
create index cases_by_external on cases (centre_id, external_number) where external_number is not null;
create index cases_by_joined on cases (centre_id, joined_into) where joined_into is not null;
create index cases_by_submission on cases (centre_id, submission_id);

create table parts (
  centre_id integer not null references centres (id),
  id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  question text not null default '',
  state text not null,
  organisation text,
  sector_block text,
  assignee_id uuid,
  outcome text check (outcome in ('solved', 'explained', 'refused', 'forwarded', 'unconfirmed')),
  primary key (centre_id, id),
  unique (centre_id, case_id, ordinal),
  foreign key (centre_id, case_id) references cases (centre_id, id)
);
alter table parts enable row level security;
create policy of_centre on parts using (centre_id = current_centre()) with check (centre_id = current_centre());

-- Submissions that became the case or were joined to it.
create table case_submissions (
  centre_id integer not null references centres (id),
  case_id uuid not null,
  submission_id uuid not null,
  kind text not null check (kind in ('first', 'repeat', 'addition')),
  at timestamptz not null,
  primary key (centre_id, case_id, submission_id),
  foreign key (centre_id, case_id) references cases (centre_id, id),
  foreign key (centre_id, submission_id) references submissions (centre_id, id)
);
alter table case_submissions enable row level security;
create policy of_centre on case_submissions using (centre_id = current_centre()) with check (centre_id = current_centre());
create index case_submissions_by_submission on case_submissions (centre_id, submission_id);

create table deadlines (
  centre_id integer not null references centres (id),
  id uuid not null,
  case_id uuid not null,
  part_id uuid,
  clock text not null,
  norm text not null,
  -- The norm as it stood in the edition of the charter when the clock started.
  norm_copy jsonb not null,
  charter_edition integer not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  legal_on date,
  control_on date not null,
  provisional boolean not null default false,
  state text not null default 'running' check (state in ('running', 'paused', 'met', 'missed', 'cancelled')),
  -- Pauses as [{from, to|null, why}] and extensions as [{days, at, why}].
  pauses jsonb not null default '[]',
  extensions jsonb not null default '[]',
  stopped_at timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, case_id) references cases (centre_id, id)
);
alter table deadlines enable row level security;
create policy of_centre on deadlines using (centre_id = current_centre()) with check (centre_id = current_centre());
create index deadlines_by_case on deadlines (centre_id, case_id);
-- Which running clocks come due, for reminders and breaches?
create index deadlines_running on deadlines (centre_id, due_at) where state = 'running';

create table answers (
  centre_id integer not null references centres (id),
  id uuid not null,
  case_id uuid not null,
  part_id uuid not null,
  kind text not null check (kind in ('interim', 'final')),
  state text not null check (state in ('draft', 'review', 'approved', 'sent', 'published', 'withdrawn')),
  outcome text check (outcome in ('solved', 'explained', 'refused', 'forwarded', 'unconfirmed')),
  promised_on date,
  -- The words, sealed under the key of the case's first submission, and the same words masked.
  sealed_text bytea not null,
  masked_text text not null,
  author_id uuid,
  author text not null,
  approver_id uuid,
  approver text,
  remarks text,
  delivery text,
  delivery_note text,
  created_at timestamptz not null,
  approved_at timestamptz,
  delivered_at timestamptz,
  revision integer not null default 1,
  primary key (centre_id, id),
  foreign key (centre_id, case_id) references cases (centre_id, id)
);
alter table answers enable row level security;
create policy of_centre on answers using (centre_id = current_centre()) with check (centre_id = current_centre());
create index answers_by_case on answers (centre_id, case_id);

create table notes (
  centre_id integer not null references centres (id),
  id uuid not null,
  case_id uuid not null,
  author_id uuid,
  author text not null,
  at timestamptz not null,
  sealed_text bytea not null,
  primary key (centre_id, id),
  foreign key (centre_id, case_id) references cases (centre_id, id)
);
alter table notes enable row level security;
create policy of_centre on notes using (centre_id = current_centre()) with check (centre_id = current_centre());
create index notes_by_case on notes (centre_id, case_id, id);

-- Files of a case: the bytes are sealed under the submission's key in the file store, named by the digest of the content.
create table attachments (
  centre_id integer not null references centres (id),
  id uuid not null,
  case_id uuid not null,
  submission_id uuid not null,
  name text not null,
  media_type text not null,
  size integer not null,
  digest bytea not null,
  added_by text not null,
  added_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, case_id) references cases (centre_id, id),
  foreign key (centre_id, submission_id) references submissions (centre_id, id)
);
alter table attachments enable row level security;
create policy of_centre on attachments using (centre_id = current_centre()) with check (centre_id = current_centre());
create index attachments_by_case on attachments (centre_id, case_id);

-- What a source system says of a case, beside what our people decided.
create table source_values (
  centre_id integer not null references centres (id),
  case_id uuid not null,
  source text not null,
  -- {field: value} as the last export gave them, without words or contacts.
  data jsonb not null,
  -- [{field, ours, theirs, at}]: where our people's value differs.
  conflicts jsonb not null default '[]',
  at timestamptz not null,
  primary key (centre_id, case_id, source),
  foreign key (centre_id, case_id) references cases (centre_id, id)
);
alter table source_values enable row level security;
create policy of_centre on source_values using (centre_id = current_centre()) with check (centre_id = current_centre());

create table saved_views (
  centre_id integer not null references centres (id),
  id uuid not null,
  staff_id uuid not null,
  name text not null,
  query text not null,
  created_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, staff_id) references staff (centre_id, id)
);
alter table saved_views enable row level security;
create policy of_centre on saved_views using (centre_id = current_centre()) with check (centre_id = current_centre());
create index saved_views_by_staff on saved_views (centre_id, staff_id);
