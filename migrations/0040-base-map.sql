-- What lies under the map of a centre: borders, streets, water, houses, as the administrator gave them.
create table base_map_layers (
  centre_id integer not null references centres (id),
  id uuid not null,
  title text not null,
  -- Whose data it is, as its licence asks to be shown.
  attribution text not null,
  features integer not null,
  south double precision not null,
  west double precision not null,
  north double precision not null,
  east double precision not null,
  -- GeoJSON in degrees, tidied and thinned, packed by gzip; the digest is of the packed bytes.
  body bytea not null,
  digest text not null,
  added_by text not null,
  added_at timestamptz not null,
  primary key (centre_id, id),
  -- Given again under the same title, a layer takes the place of the former one.
  unique (centre_id, title)
);
alter table base_map_layers enable row level security;
create policy of_centre on base_map_layers using (centre_id = current_centre()) with check (centre_id = current_centre());
