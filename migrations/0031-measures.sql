-- What came in during a period, laid out by anything? Figures are counted from the cases themselves; everything that a measure asks
-- stands in this index, so that the wide rows (1.5 KB each) need not be read.
create index cases_counted on cases (centre_id, received_at) include (
  id, first_answered_at, answered_at, closed_at, promised_on, due_at, state, channel, network, regime, nature, outcome, topic_group, topic,
  settlement, organisation, sector_block, assignee_id, emergency, fast_track, voices);
-- What was answered and closed in a period?
create index cases_by_first_answered on cases (centre_id, first_answered_at) where first_answered_at is not null;
create index cases_by_answered on cases (centre_id, answered_at) where answered_at is not null;
create index cases_by_closed on cases (centre_id, closed_at) where closed_at is not null;
-- Which promises fall due?
create index cases_by_promised on cases (centre_id, promised_on) where promised_on is not null;
-- Which cases missed a clock? Answered from the index alone.
create index deadlines_missed on deadlines (centre_id, case_id) include (clock) where state = 'missed';
-- Which cases did the machine not dare to decide?
create index proposals_undecided on proposals (centre_id, case_id) where not decided;
