-- A case that changed its regime bears a number of the other series; the number that it bore before stays findable.
create table former_numbers (
  centre_id integer not null references centres (id),
  number text not null,
  case_id uuid not null,
  at timestamptz not null,
  primary key (centre_id, number),
  foreign key (centre_id, case_id) references cases (centre_id, id)
);
alter table former_numbers enable row level security;
create policy of_centre on former_numbers using (centre_id = current_centre()) with check (centre_id = current_centre());
create index former_numbers_by_case on former_numbers (centre_id, case_id);

-- Open cases, newest first: the worklist as it opens, and its counts, among many closed ones.
create index cases_open on cases (centre_id, registered_at desc, id desc) where state not in ('closed', 'joined');
-- Open cases that nobody works on.
create index cases_unassigned on cases (centre_id, registered_at desc, id desc)
  where state not in ('closed', 'joined') and assignee_id is null;
