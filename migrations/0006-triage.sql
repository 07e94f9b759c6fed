-- What the machine proposed for a case and why, and what people put right.

create table proposals (
  centre_id integer not null references centres (id),
  case_id uuid not null,
  sorter text not null,
  at timestamptz not null,
  -- True where the machine decided alone, above the charter's threshold.
  decided boolean not null,
  -- {topics: [{group, topic, score, words}], place: {...}, routing: {rule, why}, nature: {...}}
  data jsonb not null,
  primary key (centre_id, case_id),
  foreign key (centre_id, case_id) references cases (centre_id, id)
);
alter table proposals enable row level security;
create policy of_centre on proposals using (centre_id = current_centre()) with check (centre_id = current_centre());

create table corrections (
  centre_id integer not null references centres (id),
  id uuid not null,
  case_id uuid not null,
  field text not null check (field in ('topic', 'nature', 'place', 'organisation', 'regime')),
  proposed text,
  chosen text,
  actor_id uuid,
  at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, case_id) references cases (centre_id, id)
);
comment on table corrections is 'append-only: examples from which sorting learns';
alter table corrections enable row level security;
create policy of_centre on corrections using (centre_id = current_centre()) with check (centre_id = current_centre());
create index corrections_by_case on corrections (centre_id, case_id);
