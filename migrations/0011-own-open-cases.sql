-- Open cases of one person among the many closed ones: the view that a specialist opens first.
create index cases_open_by_assignee on cases (centre_id, assignee_id, registered_at desc, id desc)
  where state not in ('closed', 'joined') and assignee_id is not null;
