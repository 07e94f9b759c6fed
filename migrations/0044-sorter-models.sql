-- What sorts a centre's cases beside keywords: models learned from its own history, and how each was learned.

-- The model at work; null: keywords alone. Read with the centre on every request, so that all processes follow a change at once.
alter table centres add column sorter_model uuid;

create table sorter_trainings (
  centre_id integer not null references centres (id),
  id uuid not null,
  state text not null check (state in ('waiting', 'running', 'done', 'refused', 'failed')),
  -- Asked for by a person, or by the program after enough corrections.
  cause text not null check (cause in ('person', 'corrections')),
  asked_at timestamptz not null,
  asked_by text not null,
  -- Not to begin before this moment: by itself it learns at night.
  begins_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  -- What is being done now, as a code.
  step text,
  -- Why nothing was learned, in words.
  why text,
  model_id uuid,
  primary key (centre_id, id)
);
alter table sorter_trainings enable row level security;
create policy of_centre on sorter_trainings using (centre_id = current_centre()) with check (centre_id = current_centre());
-- One at a time.
create unique index sorter_trainings_unfinished on sorter_trainings (centre_id) where state in ('waiting', 'running');
-- The last one.
create index sorter_trainings_by_time on sorter_trainings (centre_id, asked_at desc);

create table sorter_models (
  centre_id integer not null references centres (id),
  id uuid not null,
  state text not null check (state in ('candidate', 'live', 'retired', 'declined')),
  learned_at timestamptz not null,
  -- How many cases it learned from, received between which days of the centre.
  cases integer not null,
  from_day date not null,
  to_day date not null,
  -- How it, keywords and what worked then did on cases it had not seen, and from which sureness on it decides alone.
  figures jsonb not null,
  size integer not null,
  digest bytea not null,
  -- The model itself; and its twin, learned without the newest cases, by which it is compared. Emptied when it is too old to return to.
  model bytea,
  twin bytea,
  live_at timestamptz,
  live_by text,
  retired_at timestamptz,
  primary key (centre_id, id)
);
alter table sorter_models enable row level security;
create policy of_centre on sorter_models using (centre_id = current_centre()) with check (centre_id = current_centre());
create unique index sorter_models_live on sorter_models (centre_id) where state = 'live';
create unique index sorter_models_candidate on sorter_models (centre_id) where state = 'candidate';
create index sorter_models_by_time on sorter_models (centre_id, learned_at desc);

-- How many corrections came since the last model?
create index corrections_by_time on corrections (centre_id, field, at);
