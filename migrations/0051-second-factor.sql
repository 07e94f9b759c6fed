-- The second factor of an account: an authenticator's secret (RFC 6238), sealed under a key that the installation's key wraps.
-- It stands above centres, as the account does.
create table second_factors (
  account_id uuid primary key references accounts (id),
  wrapped_key bytea not null,
  sealed_secret bytea not null,
  begun_at timestamptz not null,
  -- Until the first code proves that the secret arrived, sign-in does not ask for one.
  proved_at timestamptz,
  -- The half minute of the last code taken: neither it nor an earlier one is taken again.
  last_step integer,
  failed_attempts integer not null default 0,
  locked_until timestamptz
);
alter table second_factors enable row level security;
create policy identity_only on second_factors
  using (current_reach() = 'identity') with check (current_reach() = 'identity');

-- Codes for the day the telephone is lost, each good for once; only keyed digests are kept.
create table recovery_codes (
  account_id uuid not null references second_factors (account_id) on delete cascade,
  digest bytea not null,
  used_at timestamptz,
  primary key (account_id, digest)
);
alter table recovery_codes enable row level security;
create policy identity_only on recovery_codes
  using (current_reach() = 'identity') with check (current_reach() = 'identity');

-- A right password that waits for its code. It is no session: nothing opens by it.
create table half_sessions (
  token_hash bytea primary key,
  account_id uuid not null references accounts (id),
  begun_at timestamptz not null,
  expires_at timestamptz not null
);
alter table half_sessions enable row level security;
create policy identity_only on half_sessions
  using (current_reach() = 'identity') with check (current_reach() = 'identity');
create index half_sessions_by_account on half_sessions (account_id);
