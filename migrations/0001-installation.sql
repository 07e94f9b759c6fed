-- The installation and its centres. Every table of a centre names centre_id first in its primary key and stands
-- behind a row-level policy; a session without a centre sees nothing.

-- The centre that the present transaction works for; null when none was set.
create function current_centre() returns integer
  language sql stable parallel safe
  return nullif(current_setting('app.centre', true), '')::integer;

-- What the present transaction may reach beyond a centre: 'identity' (accounts, sessions), 'installation' (centres,
-- charters), or nothing.
create function current_reach() returns text
  language sql stable parallel safe
  return coalesce(nullif(current_setting('app.reach', true), ''), 'none');

create table centres (
  id integer generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
  name text not null,
  kind text not null check (kind in ('municipal', 'regional')),
  time_zone text not null,
  parent_id integer references centres (id),
  edition integer not null default 0,
  is_demo boolean not null default false,
  created_at timestamptz not null
);
alter table centres enable row level security;
create policy centre_itself on centres using (id = current_centre()) with check (id = current_centre());
create policy reach_all on centres using (current_reach() in ('identity', 'installation'))
  with check (current_reach() = 'installation');

-- Editions of a centre's charter: the files as uploaded and the parsed charter; nothing is overwritten.
create table charter_editions (
  centre_id integer not null references centres (id),
  edition integer not null,
  sources jsonb not null,
  charter jsonb not null,
  digest text not null,
  comment text,
  applied_at timestamptz not null,
  applied_by text not null,
  primary key (centre_id, edition)
);
comment on table charter_editions is 'append-only: editions of charters';
alter table charter_editions enable row level security;
create policy of_centre on charter_editions using (centre_id = current_centre()) with check (centre_id = current_centre());
create policy reach_all on charter_editions using (current_reach() = 'installation') with check (current_reach() = 'installation');

-- Facts of the installation, such as the fingerprint of its key.
create table installation_facts (
  name text primary key,
  value jsonb not null
);
alter table installation_facts enable row level security;
create policy reach_read on installation_facts using (current_reach() in ('identity', 'installation'))
  with check (current_reach() = 'installation');

-- Who did what above the centres: charters applied, accounts made.
create table installation_journal (
  id uuid primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  data jsonb not null default '{}'
);
comment on table installation_journal is 'append-only: acts of installation administrators';
alter table installation_journal enable row level security;
create policy reach_only on installation_journal using (current_reach() in ('identity', 'installation'))
  with check (current_reach() in ('identity', 'installation'));
create index installation_journal_by_time on installation_journal (at desc);
