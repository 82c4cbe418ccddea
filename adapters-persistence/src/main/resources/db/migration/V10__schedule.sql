-- When a campaign is to start by itself: on the clocks of a time zone, and the moment that this means.

alter table campaign add column scheduled_at varchar(32);
alter table campaign add column schedule_zone varchar(64);
alter table campaign add column due_at timestamp with time zone;
-- Why it could not be started then.
alter table campaign add column start_refused varchar;

create index campaign_due on campaign (status, due_at);
