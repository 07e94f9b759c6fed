-- The applicant's mark of the answer, 1 to 5, as a source tells it.
alter table cases add column mark integer check (mark between 1 and 5);
update cases c set mark = (
  select (s.data ->> 'mark')::integer from source_values s
  where s.centre_id = c.centre_id and s.case_id = c.id and s.data ->> 'mark' in ('1', '2', '3', '4', '5')
  order by s.at desc, s.source limit 1)
where exists (
  select from source_values s where s.centre_id = c.centre_id and s.case_id = c.id and s.data ->> 'mark' in ('1', '2', '3', '4', '5'));

-- What came in during a period, laid out by anything? The columns that the dashboard asks for stand first: an index row is read up to
-- the last column needed (36 ms of the processor for a hundred thousand rows; 59 from the wide table).
drop index cases_counted;
create index cases_counted on cases (centre_id, received_at) include (
  channel, topic_group, topic, sector_block, emergency, voices, id, state, organisation, settlement, nature, regime, subtype, network,
  outcome, fast_track, mark, first_answered_at, answered_at, closed_at, promised_on, due_at, assignee_id);
-- What was first answered, answered, closed in a period, how long it took, and what was open at an end?
drop index cases_by_first_answered;
drop index cases_by_answered;
drop index cases_by_closed;
create index cases_by_first_answered on cases (centre_id, first_answered_at) include (received_at) where first_answered_at is not null;
create index cases_by_answered on cases (centre_id, answered_at) include (received_at, id, outcome, fast_track, mark)
  where answered_at is not null;
create index cases_by_closed on cases (centre_id, closed_at) where closed_at is not null;
create index cases_unclosed on cases (centre_id, (case when closed_at is null then 'infinity' else closed_at end)) include (received_at, state, closed_at);
-- When was a channel heard last; its cases, newest first?
create index cases_by_channel on cases (centre_id, channel, registered_at desc, id desc);
-- Where does the source say otherwise than we?
create index source_values_conflicting on source_values (centre_id, case_id) where conflicts <> '[]';
