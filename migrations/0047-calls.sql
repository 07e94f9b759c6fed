-- Calls of a register of calls (112), one line each without words, names or addresses: which day, of what type, where. A call that
-- became a case stands here too, so that the figures of calls do not depend on what a charter makes cases of.
create table calls (
  centre_id integer not null references centres (id),
  source text not null,
  external_id text not null,
  day date not null,
  type text not null,
  -- Code of the charter; null where the place is not known or not ours.
  settlement text,
  result text,
  became_case boolean not null,
  import_run_id uuid not null,
  primary key (centre_id, source, external_id)
);
alter table calls enable row level security;
create policy of_centre on calls using (centre_id = current_centre()) with check (centre_id = current_centre());
-- How many calls of which type came on which day?
create index calls_by_day on calls (centre_id, day);
-- Which calls did this import bring? Asked when it is undone.
create index calls_by_run on calls (centre_id, import_run_id);

-- Rows that were only counted: the sixth end of a row.
alter table import_runs add column counted integer not null default 0;
