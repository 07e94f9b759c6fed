-- Kept cuts of the cross-table: a person's own, or the centre's (no owner).
create table cuts (
  centre_id integer not null references centres (id),
  id uuid not null,
  staff_id uuid,
  name text not null,
  query text not null,
  made_by text not null,
  created_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, staff_id) references staff (centre_id, id)
);
alter table cuts enable row level security;
create policy of_centre on cuts using (centre_id = current_centre()) with check (centre_id = current_centre());
-- What has this person kept, what has the centre?
create index cuts_by_staff on cuts (centre_id, staff_id);
