-- What people do to campaigns and messages on their way: pausing, resuming, canceling.

alter table campaign add column rolling_out boolean not null default false;
-- The last message that the campaign's status has reached, from the newest to the oldest.
alter table campaign add column rolled_out_before uuid;
create index campaign_rolling_out on campaign (rolling_out);
create index campaign_open on campaign (status, completed_at);

-- Waits, and no device may claim it, because its campaign is paused.
alter table message add column held boolean not null default false;
-- A person wants it back from the device that accepted it.
alter table message add column cancel_asked boolean not null default false;

-- What waits for a device and is not held: claims read nothing else.
drop index message_to_claim;
create index message_to_claim on message (organization_id, status, held, lane, route_device_id, id, route_sim);
