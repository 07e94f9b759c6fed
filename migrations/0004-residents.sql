-- Submissions: one inbound item exactly as received. What was said and who said it is sealed under a key of its own;
-- the key is wrapped by the installation's key, and erasing destroys the wrapped key.

create table submissions (
  centre_id integer not null references centres (id),
  id uuid not null,
  channel text not null,
  network text,
  source text,
  external_id text,
  received_at timestamptz not null,
  -- Digest of the item as it came: tells an unchanged row of a newer export. Keyed, so that it tells nothing of the text.
  content_digest bytea not null,
  import_run_id uuid,
  wrapped_key bytea,
  -- The item exactly as it came (a row of an export, a form), sealed.
  sealed_raw bytea,
  -- Cleaned words as JSON {text}, sealed.
  sealed_words bytea,
  -- Contacts as JSON {name, phone, email, address}, sealed; null when none were given.
  sealed_contacts bytea,
  -- Cleaned and masked words: what lists and search may show.
  masked_text text not null default '',
  erased_at timestamptz,
  created_at timestamptz not null,
  primary key (centre_id, id)
);
alter table submissions enable row level security;
create policy of_centre on submissions using (centre_id = current_centre()) with check (centre_id = current_centre());
-- The same item of a source arrives once.
create unique index submissions_by_external on submissions (centre_id, source, external_id) where external_id is not null;
create index submissions_by_run on submissions (centre_id, import_run_id) where import_run_id is not null;

-- Keyed digests of phone, e-mail and surname: find a resident's own cases without reading anything else.
create table blind_indexes (
  centre_id integer not null references centres (id),
  kind text not null check (kind in ('phone', 'email', 'surname')),
  digest bytea not null,
  submission_id uuid not null,
  primary key (centre_id, kind, digest, submission_id),
  foreign key (centre_id, submission_id) references submissions (centre_id, id)
);
alter table blind_indexes enable row level security;
create policy of_centre on blind_indexes using (centre_id = current_centre()) with check (centre_id = current_centre());
create index blind_indexes_by_submission on blind_indexes (centre_id, submission_id);

-- Acts of destruction of personal data.
create table erasure_acts (
  centre_id integer not null references centres (id),
  id uuid not null,
  number integer not null,
  at timestamptz not null,
  actor text not null,
  ground text not null,
  submission_ids uuid[] not null,
  primary key (centre_id, id),
  unique (centre_id, number)
);
comment on table erasure_acts is 'append-only: acts of destruction';
alter table erasure_acts enable row level security;
create policy of_centre on erasure_acts using (centre_id = current_centre()) with check (centre_id = current_centre());
