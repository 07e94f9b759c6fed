-- Reports: what is drafted, filled in, approved, frozen and handed over. From approval on nothing of a version changes but its state.

create table reports (
  centre_id integer not null references centres (id),
  id uuid not null,
  -- The rule of the charter and the name of its period; a correction is the next version of the same.
  code text not null,
  period text not null,
  -- The report's name in the charter that it was drafted by.
  name text not null,
  version integer not null check (version >= 1),
  corrects uuid,
  correction_reason text,
  state text not null check (state in ('draft', 'review', 'approved', 'submitted', 'acknowledged')),
  revision integer not null default 1,
  -- Days of the period, both in it, and the last moment that is in time.
  since date not null,
  until date not null,
  due_at timestamptz,
  charter_edition integer not null,
  -- Counting goes on in the background; a counted report keeps the moment from which its figures are seen.
  counting text not null check (counting in ('waiting', 'running', 'done', 'failed')),
  progress integer not null default 0 check (progress between 0 and 100),
  problem text,
  as_of timestamptz,
  content jsonb,
  -- Cases that a person struck out of the examples.
  left_out uuid[] not null default '{}',
  -- The document as approved: the files are made of it and of nothing else.
  document jsonb,
  number text,
  approved_on date,
  created_at timestamptz not null,
  created_by text not null,
  sent_for_review_at timestamptz,
  sent_for_review_by text,
  sent_for_review_by_id uuid,
  returned_with text,
  approved_at timestamptz,
  approved_by text,
  approved_by_id uuid,
  overruled text,
  submitted_at timestamptz,
  primary key (centre_id, id),
  unique (centre_id, code, period, version),
  foreign key (centre_id, corrects) references reports (centre_id, id),
  check (state in ('draft', 'review') or (number is not null and document is not null and approved_at is not null))
);
alter table reports enable row level security;
create policy of_centre on reports using (centre_id = current_centre()) with check (centre_id = current_centre());
-- What is there for the calendar of some months?
create index reports_by_until on reports (centre_id, until desc);
-- A number stands for one document.
create unique index reports_by_number on reports (centre_id, number) where number is not null;
-- Which drafts must be counted on after a stop?
create index reports_counting on reports (centre_id) where counting in ('waiting', 'running');

-- Texts that people write; of a part that sector blocks fill, one per block, else the block is empty.
create table report_parts (
  centre_id integer not null references centres (id),
  report_id uuid not null,
  part text not null,
  block text not null default '',
  body text not null,
  author_id uuid,
  author text not null,
  written_at timestamptz not null,
  revision integer not null default 1,
  primary key (centre_id, report_id, part, block),
  foreign key (centre_id, report_id) references reports (centre_id, id)
);
alter table report_parts enable row level security;
create policy of_centre on report_parts using (centre_id = current_centre()) with check (centre_id = current_centre());

-- Which cases does a figure count? In their order; the cases themselves may be gone by now.
create table report_figures (
  centre_id integer not null references centres (id),
  report_id uuid not null,
  figure text not null,
  case_ids uuid[] not null,
  primary key (centre_id, report_id, figure),
  foreign key (centre_id, report_id) references reports (centre_id, id)
);
alter table report_figures enable row level security;
create policy of_centre on report_figures using (centre_id = current_centre()) with check (centre_id = current_centre());

-- Files of an approved report, sealed in the file store; the digest (SHA-256) is of the file as it is handed over.
create table report_files (
  centre_id integer not null references centres (id),
  report_id uuid not null,
  format text not null check (format in ('docx', 'xlsx', 'pdf')),
  file_id uuid not null,
  wrapped_key bytea not null,
  digest bytea not null,
  size integer not null,
  made_at timestamptz not null,
  primary key (centre_id, report_id, format),
  foreign key (centre_id, report_id) references reports (centre_id, id)
);
alter table report_files enable row level security;
create policy of_centre on report_files using (centre_id = current_centre()) with check (centre_id = current_centre());

-- To whom a report went, by which way and when; noted by a person, nothing is sent by the program.
create table report_deliveries (
  centre_id integer not null references centres (id),
  id uuid not null,
  report_id uuid not null,
  recipient text not null,
  way text not null,
  delivered_at timestamptz not null,
  note text,
  noted_by text not null,
  noted_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_note text,
  acknowledged_by text,
  primary key (centre_id, id),
  foreign key (centre_id, report_id) references reports (centre_id, id)
);
alter table report_deliveries enable row level security;
create policy of_centre on report_deliveries using (centre_id = current_centre()) with check (centre_id = current_centre());
create index report_deliveries_by_report on report_deliveries (centre_id, report_id, delivered_at);

-- Who of the centre has read a report.
create table report_readings (
  centre_id integer not null references centres (id),
  report_id uuid not null,
  staff_id uuid not null,
  name text not null,
  at timestamptz not null,
  primary key (centre_id, report_id, staff_id),
  foreign key (centre_id, report_id) references reports (centre_id, id)
);
alter table report_readings enable row level security;
create policy of_centre on report_readings using (centre_id = current_centre()) with check (centre_id = current_centre());
