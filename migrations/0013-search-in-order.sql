-- Search by words for the worklist: the newest cases that say them, from a place in the list on. A frequent word is found by
-- walking the cases from the newest until enough say it, a rare one by its index. Which is cheaper the planner can tell only from
-- the very words and the very limit: so they are written into the statement.

-- The words of cases, newest first.
create index case_words_by_registered on case_words (centre_id, registered_at desc, case_id desc);

drop function search_cases(text, integer);
create function search_cases(
  query text, most integer, since timestamptz default null,
  before_at timestamptz default null, before_id uuid default '00000000-0000-0000-0000-000000000000'
)
  returns table (case_id uuid, registered_at timestamptz)
  language plpgsql stable security definer
  set search_path = public, pg_temp as $$
declare
  centre integer := current_centre();
begin
  if centre is null then
    raise exception 'search needs a centre';
  end if;
  return query execute format(
    'select w.case_id, w.registered_at from case_words w where w.centre_id = %s and w.words @@ %L::tsquery%s%s
      order by w.registered_at desc, w.case_id desc limit %s',
    centre,
    websearch_to_tsquery('russian', query),
    case when since is not null then format(' and w.registered_at >= %L', since) end,
    case when before_at is not null then format(' and (w.registered_at, w.case_id) < (%L, %L)', before_at, before_id) end,
    least(most, 10000));
end
$$;
