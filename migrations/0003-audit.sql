-- The append-only record: what was done in a centre, and who looked at personal data. No resident's words or contacts here.

create table journal (
  centre_id integer not null references centres (id),
  id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  actor text not null,
  action text not null,
  case_id uuid,
  part_id uuid,
  -- What the command changed, enough to fold the case's row from it; never words of residents.
  data jsonb not null default '{}',
  reason text,
  primary key (centre_id, id)
);
comment on table journal is 'append-only: acts of a centre';
alter table journal enable row level security;
create policy of_centre on journal using (centre_id = current_centre()) with check (centre_id = current_centre());
-- The history of one case.
create index journal_by_case on journal (centre_id, case_id, id) where case_id is not null;
-- The journal of actions, newest first (ids are time-ordered).
create index journal_by_actor on journal (centre_id, actor_id, id desc);

create table read_log (
  centre_id integer not null references centres (id),
  id uuid not null,
  at timestamptz not null,
  actor_id uuid not null,
  actor text not null,
  case_id uuid,
  submission_id uuid,
  fields text[] not null,
  purpose text not null,
  primary key (centre_id, id)
);
comment on table read_log is 'append-only: who looked at personal data and why';
alter table read_log enable row level security;
create policy of_centre on read_log using (centre_id = current_centre()) with check (centre_id = current_centre());
create index read_log_by_case on read_log (centre_id, case_id, id desc);
