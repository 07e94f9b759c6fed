-- Imports of exports: a run, what became of each row, and what could not be taken.

create table import_runs (
  centre_id integer not null references centres (id),
  id uuid not null,
  file_name text not null,
  file_digest bytea not null,
  file_size bigint not null,
  source text,
  state text not null check (state in ('uploaded', 'running', 'done', 'cancelled', 'failed', 'undone')),
  -- Detected header, encoding, columns, and the chosen mapping of unknown values.
  detection jsonb not null default '{}',
  mapping jsonb not null default '{}',
  total_rows integer,
  -- Rows up to and including this one are in the database: where a killed run goes on.
  done_rows integer not null default 0,
  created integer not null default 0,
  joined integer not null default 0,
  unchanged integer not null default 0,
  updated integer not null default 0,
  rejected integer not null default 0,
  error text,
  started_by text not null,
  -- Key of the stored copy of the file, wrapped; the copy goes when the run ends.
  wrapped_key bytea,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (centre_id, id)
);
alter table import_runs enable row level security;
create policy of_centre on import_runs using (centre_id = current_centre()) with check (centre_id = current_centre());

create table import_rejects (
  centre_id integer not null references centres (id),
  run_id uuid not null,
  row_number integer not null,
  reason text not null,
  message text not null,
  wrapped_key bytea not null,
  sealed_row bytea not null,
  primary key (centre_id, run_id, row_number),
  foreign key (centre_id, run_id) references import_runs (centre_id, id)
);
alter table import_rejects enable row level security;
create policy of_centre on import_rejects using (centre_id = current_centre()) with check (centre_id = current_centre());

-- Choices kept for the next export: what an unknown group, topic, organisation or place means here.
create table import_mappings (
  centre_id integer not null references centres (id),
  source text not null,
  kind text not null check (kind in ('topic_group', 'topic', 'organisation', 'settlement')),
  value text not null,
  code text,
  primary key (centre_id, source, kind, value)
);
alter table import_mappings enable row level security;
create policy of_centre on import_mappings using (centre_id = current_centre()) with check (centre_id = current_centre());
