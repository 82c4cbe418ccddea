-- Caps for an hour and a day, for devices and for their SIMs, and what counts against them.

alter table device add column parts_per_hour integer;
alter table device add column parts_per_day integer;
-- By slot, as JSON.
alter table device add column sim_caps varchar default '[]' not null;

-- How many parts left a device in a second or in a minute: a few rows for each device, swept when they count no more.
create table departure (
  device_id uuid not null,
  grain varchar(8) not null,
  begin_at timestamp with time zone not null,
  -- The slot, or -1 where nobody knows it.
  sim integer not null,
  organization_id uuid not null,
  parts integer not null,
  primary key (device_id, grain, begin_at, sim)
);

create index departure_by_age on departure (grain, begin_at);

-- The SIM stands last in what claims read: those pinned to a full one are passed over without reading their rows.
drop index message_to_claim;
create index message_to_claim on message (organization_id, status, lane, route_device_id, id, route_sim);
