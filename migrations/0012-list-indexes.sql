-- Lists that a filter makes short. Each index ends with the order of the list, so that a page is read from its place in the
-- index and not found by walking the centre's whole history.

-- Cases of a topic group (or of none: not decided yet), of a topic, of a settlement, newest first.
drop index cases_by_topic;
create index cases_by_topic_group on cases (centre_id, topic_group, registered_at desc, id desc);
create index cases_by_topic on cases (centre_id, topic, registered_at desc, id desc);
create index cases_by_settlement on cases (centre_id, settlement, registered_at desc, id desc);
-- The few urgent ones.
create index cases_emergency on cases (centre_id, registered_at desc, id desc) where emergency;
-- How many open cases stand behind each quick view? Answered from the index alone.
create index cases_open_counted on cases (centre_id) include (assignee_id, sector_block, due_at)
  where state not in ('closed', 'joined');

-- What did this person do? Imports write entries of nobody.
drop index journal_by_actor;
create index journal_by_actor on journal (centre_id, actor_id, id desc) where actor_id is not null;
-- When was this done (a charter applied, a person added) among millions of other entries?
create index journal_by_action on journal (centre_id, action, id desc);
