-- Exact repeats: keyed digest of a submission's folded words and place, kept only where the charter joins exact repeats.
alter table submissions add column repeat_digest bytea;
-- Is there an open case in which the same was said of the same place?
create index submissions_by_repeat on submissions (centre_id, repeat_digest) where repeat_digest is not null;
