-- Where did what came in during a period happen, and on what topic? Hexagons, points and hot spots are counted from the cases themselves:
-- everything they ask for stands in this index, so that the wide rows (1.5 KB each) need not be read.
create index cases_on_map on cases (centre_id, received_at) include (
  lat, lon, settlement, street, house, topic_group, topic, nature, state, due_at, sector_block, assignee_id);
-- Which cases lie in this hexagon, at this point?
create index cases_by_point on cases (centre_id, lat, lon) where lat is not null;
