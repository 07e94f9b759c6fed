-- A name by which a person ends one of their sessions: the hash of its token is told to nobody.
alter table sessions add column id uuid;
update sessions set id = md5(csrf_token)::uuid;
alter table sessions alter column id set not null;
create unique index sessions_by_id on sessions (id);

-- What happened last to this account?
create index installation_journal_by_account on installation_journal ((data ->> 'accountId'), id desc);
