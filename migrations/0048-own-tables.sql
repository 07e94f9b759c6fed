-- Tables of a centre's own: what the columns of a table that no source of ours writes mean here, told once by a person.
create table import_tables (
  centre_id integer not null references centres (id),
  -- Number in the centre; `table-<n>` is the source of what was imported by it, so that numbers are never given twice.
  n integer not null,
  name text not null,
  channel text not null,
  -- Field → name of its column.
  columns jsonb not null,
  -- Names of all columns, by which the table is known again.
  header jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null,
  -- A removed table is not known again; what it brought stays.
  removed_at timestamptz,
  primary key (centre_id, n)
);
alter table import_tables enable row level security;
create policy of_centre on import_tables using (centre_id = current_centre()) with check (centre_id = current_centre());
-- Two tables in use have two names.
create unique index import_tables_by_name on import_tables (centre_id, lower(name)) where removed_at is null;
