-- Near repeats. A band is a keyed hash of a part of what a case says (least words, house, street and topic); two cases that share one
-- may speak of one problem. The key is the installation's, so the table alone tells nothing, and erasing a submission deletes its bands.
-- The period of receipt stands before the band: new rows fall into the part of the index that is in memory.
create table repeat_bands (
  centre_id integer not null,
  -- When the case came in, in spans of 30 days since 1970.
  period integer not null,
  band bigint not null,
  case_id uuid not null,
  -- Which cases of these periods share this band, newest first?
  primary key (centre_id, period, band, case_id)
);
alter table repeat_bands enable row level security;
create policy of_centre on repeat_bands using (centre_id = current_centre()) with check (centre_id = current_centre());
-- The bands of a case, to be deleted or written anew; ids come in the order of time, so this one grows at its end alone.
create index repeat_bands_by_case on repeat_bands (centre_id, case_id);

-- «Не повтор»: a person saw both cases and said that they are of different problems. A row each way.
create table repeat_denials (
  centre_id integer not null references centres (id),
  case_id uuid not null,
  other_id uuid not null,
  actor_id uuid,
  at timestamptz not null,
  primary key (centre_id, case_id, other_id),
  foreign key (centre_id, case_id) references cases (centre_id, id),
  foreign key (centre_id, other_id) references cases (centre_id, id)
);
alter table repeat_denials enable row level security;
create policy of_centre on repeat_denials using (centre_id = current_centre()) with check (centre_id = current_centre());
create index repeat_denials_by_other on repeat_denials (centre_id, other_id);

-- «Похоже на …»: the surest near repeat of an open case, found beside its registration; never joined by the machine.
create table repeat_marks (
  centre_id integer not null references centres (id),
  case_id uuid not null,
  other_id uuid not null,
  at timestamptz not null,
  primary key (centre_id, case_id),
  foreign key (centre_id, case_id) references cases (centre_id, id),
  foreign key (centre_id, other_id) references cases (centre_id, id)
);
alter table repeat_marks enable row level security;
create policy of_centre on repeat_marks using (centre_id = current_centre()) with check (centre_id = current_centre());
create index repeat_marks_by_other on repeat_marks (centre_id, other_id);

-- How far the work beside registration has come in a centre.
create table repeat_progress (
  centre_id integer primary key references centres (id),
  -- Cases up to this one have bands, those registered before there were any included; null until the first batch.
  filled_to uuid,
  filled_at timestamptz,
  -- Cases up to this one were looked at for a mark.
  marked_to uuid
);
alter table repeat_progress enable row level security;
create policy of_centre on repeat_progress using (centre_id = current_centre()) with check (centre_id = current_centre());
