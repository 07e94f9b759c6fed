-- Accounts stand above centres (one person may work in two); their place in a centre is a row of staff.

create table accounts (
  id uuid primary key,
  login text not null unique check (login = lower(login) and length(login) between 2 and 64),
  name text not null,
  password_hash text not null,
  must_change_password boolean not null default false,
  is_installation_admin boolean not null default false,
  is_demo boolean not null default false,
  status text not null default 'active' check (status in ('active', 'blocked')),
  language text not null default 'ru' check (language in ('ru', 'en')),
  failed_attempts integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null,
  password_changed_at timestamptz not null
);
alter table accounts enable row level security;
create policy identity_only on accounts using (current_reach() = 'identity') with check (current_reach() = 'identity');

-- Sessions: only the hash of the cookie's token is kept.
create table sessions (
  token_hash bytea primary key,
  account_id uuid not null references accounts (id),
  csrf_token text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  rotated_at timestamptz not null,
  previous_token_hash bytea,
  address text,
  agent text
);
alter table sessions enable row level security;
create policy identity_only on sessions using (current_reach() = 'identity') with check (current_reach() = 'identity');
-- Which sessions has this account (sign out everywhere)?
create index sessions_by_account on sessions (account_id);
-- Which session was this token rotated into?
create index sessions_by_previous on sessions (previous_token_hash);

-- A person's place in a centre: position and role by the charter, block and organisation where bound to one.
create table staff (
  centre_id integer not null references centres (id),
  id uuid not null,
  account_id uuid not null,
  login text not null,
  name text not null,
  position text not null default '',
  role text not null,
  sector_block text,
  organisation text,
  active boolean not null default true,
  created_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, account_id)
);
alter table staff enable row level security;
create policy of_centre on staff using (centre_id = current_centre()) with check (centre_id = current_centre());
-- At sign-in: in which centres does this account work?
create policy identity_read on staff for select using (current_reach() = 'identity');
create index staff_by_account on staff (account_id);
