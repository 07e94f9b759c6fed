-- When the resident first heard from us, in an interim or the final answer: how long it took is a measure of its own.
alter table cases add column first_answered_at timestamptz;
update cases c set first_answered_at = least(c.answered_at, (
  select min(a.delivered_at) from answers a
  where a.centre_id = c.centre_id and a.case_id = c.id and a.state in ('sent', 'published')));
